#include "client/cli/baken_command.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <ostream>
#include <string>

#include "client/cli/assess_command.h"
#include "client/cli/explain_command.h"
#include "client/cli/interview_command.h"
#include "client/cli/options.h"
#include "client/cli/pack_author_commands.h"
#include "client/cli/pack_docs_command.h"
#include "client/cli/pack_export_command.h"
#include "client/cli/packs_command.h"
#include "client/cli/settle_command.h"
#include "rules/base/version.h"
#include "rules/export/export.h"

namespace baken {
namespace {

constexpr char kExitCodes[] =
    "Exit codes: 0 done · 1 found something wrong · 2 wrong use or unreadable input · "
    "3 service unreachable or refused";

constexpr char kAssessExamples[] = R"(Examples:
  baken assess person.json --local --role huisarts
  baken assess person.json --server 127.0.0.1:8443 --ca ca.pem --cert practice.pem --key practice.key --role huisarts
  baken assess cases/*.txtpb --local --format json | jq .assessment.urgency
  echo '{"answers":[{"factId":"age","value":{"integer":34}}]}' | baken assess - --local --role poh_ggz --locale en)";

constexpr char kExplainExamples[] = R"(Examples:
  baken explain person.json --local --role huisarts
  baken explain person.json --local --role huisarts --finding G2 --finding DEPENDENCE_SCREEN_POSITIVE
  baken explain now.json --before in_june.json --local --role poh_ggz)";

constexpr char kInterviewExamples[] = R"(Examples:
  baken interview --local --role poh_ggz
  baken interview --local --role huisarts --answers person.json)";

constexpr char kSettleExamples[] = R"(Examples:
  baken settle person.json --local --role huisarts > certificate.json
  baken settle person.json --local --role huisarts --check certificate.json)";

constexpr char kPacksExamples[] = R"(Examples:
  baken packs --local
  baken packs --server 127.0.0.1:8443 --ca ca.pem --cert practice.pem --key practice.key --format json)";

constexpr char kPackExamples[] = R"(Examples:
  baken pack new packs/my-pack/0.1.0
  baken pack lint rules/packs/cocaine-nl/1.0.0
  baken pack cases rules/packs/cocaine-nl/1.0.0
  baken pack cases rules/packs/cocaine-nl/1.0.0 --coverage
  baken pack coverage rules/packs/cocaine-nl/1.0.0
  baken pack docs rules/packs/cocaine-nl/1.0.0 --out review
  baken pack export rules/packs/cocaine-nl/1.0.0 --to json-logic --out cocaine-nl.json
  baken pack manifest rules/packs/cocaine-nl/1.0.0)";

struct AllOptions {
  AssessOptions assess;
  ExplainOptions explain;
  InterviewOptions interview;
  SettleOptions settle;
  PacksOptions packs;
  PackAuthorOptions author;
  PackDocsOptions docs;
  PackExportOptions pack_export;
};

void AddSiteProfile(CLI::App& command, std::string& file, const std::string& help) {
  command.add_option("--site-profile", file, help);
}

void AddDoor(CLI::App& command, DoorOptions& door) {
  CLI::Option* server = command.add_option("--server", door.server, "Service to ask, HOST:PORT, over mutual TLS");
  command.add_option("--ca", door.ca_file, "PEM file of the authorities that sign the service's certificate");
  command.add_option("--cert", door.certificate_file, "PEM file of your certificate");
  command.add_option("--key", door.private_key_file, "PEM file of your private key");
  command.add_flag("--plaintext", door.plaintext, "No TLS; only to a service on this machine");
  CLI::Option* local = command.add_flag("--local", door.local, "Answer in this process, without a service");
  local->excludes(server);
  command.add_option(
      "--pack-dir", door.pack_directory,
      "Folder with packs for --local; default: BAKEN_PACK_DIR, the installed packs, or those of the tree");
  AddSiteProfile(command, door.site_profile_file,
                 "For --local: text file with what your organisation sets within the pack's bounds");
}

void AddFormat(CLI::App& command, OutputFormat& format) {
  // The name becomes the number that CLI11 reads an enum from.
  const auto read = [](std::string& name) -> std::string {
    if (name != "text" && name != "json") return "there are text and json";
    name = std::to_string(static_cast<int>(name == "text" ? OutputFormat::kText : OutputFormat::kJson));
    return "";
  };
  command.add_option("--format", format, "text (default) or json")->transform(CLI::Validator(read, ""));
}

void AddPerson(CLI::App& command, PersonOptions& options) {
  AddDoor(command, options.door);
  command.add_option("--pack", options.pack_id, "Id of the pack; default: the file's, else the default one");
  command.add_option("--pack-version", options.pack_version, "Version: 1, 1.2 or 1.2.3; default: the active one");
  command.add_option("--role", options.role, "Role in which you ask; required for --local unless the case has one");
  command.add_option("--view", options.view, "How the answer is rendered; default: that of the role");
  command.add_option("--locale", options.locale, "Language: nl, en, …; default: the pack's first");
  command.add_option("--date", options.date, "Day for which to answer, YYYY-MM-DD; default: the file's, else today");
}

CLI::App* AddAssess(CLI::App& app, AssessOptions& options) {
  CLI::App* command = app.add_subcommand("assess", "What follows from what is known about one person, for each FILE");
  command
      ->add_option("FILE", options.files,
                   "JSON of baken.v1.AssessRequest, a pack case (.txtpb), or - for JSON from stdin")
      ->required();
  AddPerson(*command, options.person);
  AddFormat(*command, options.format);
  command->footer(kAssessExamples);
  return command;
}

CLI::App* AddExplain(CLI::App& app, ExplainOptions& options) {
  CLI::App* command = app.add_subcommand("explain", "Why an answer is what it is, and what would change it");
  command->add_option("FILE", options.file, "One person, as for assess")->required();
  command->add_option("--finding", options.findings, "Id of a finding to explain; default: all that are there");
  command->add_option("--before", options.before, "An earlier state of the same person: tell the differences too");
  command->add_option("--before-version", options.before_version, "Version of the pack for --before");
  AddPerson(*command, options.person);
  AddFormat(*command, options.format);
  command->footer(kExplainExamples);
  return command;
}

CLI::App* AddInterview(CLI::App& app, InterviewOptions& options) {
  CLI::App* command = app.add_subcommand("interview", "Ask only what can still change the advice, one at a time");
  command->add_option("--answers", options.file, "File of answers (JSON): go on with it, and keep it up to date");
  command->add_flag("--everything", options.everything, "Go on after the advice is settled");
  AddPerson(*command, options.person);
  command->footer(kInterviewExamples);
  return command;
}

CLI::App* AddSettle(CLI::App& app, SettleOptions& options) {
  CLI::App* command = app.add_subcommand("settle", "Whether enough is known, as a certificate");
  command->add_option("FILE", options.file, "One person, as for assess")->required();
  command->add_option("--check", options.check, "Verify this certificate instead of making one; with --local");
  AddPerson(*command, options.person);
  command->footer(kSettleExamples);
  return command;
}

CLI::App* AddPacks(CLI::App& app, PacksOptions& options) {
  CLI::App* command = app.add_subcommand("packs", "List the packs that answer");
  AddDoor(*command, options.door);
  AddFormat(*command, options.format);
  command->footer(kPacksExamples);
  return command;
}

CLI::App* AddAuthorTool(CLI::App& group, const std::string& name, const std::string& help, PackAuthorOptions& options) {
  CLI::App* command = group.add_subcommand(name, help);
  command->add_option("DIR", options.directory, "Folder of one version of a pack")->required();
  command->footer(kPackExamples);
  return command;
}

CLI::App* AddPackDocs(CLI::App& group, PackDocsOptions& options) {
  CLI::App* command = group.add_subcommand("docs", "Write the pack as pages for clinical review");
  command->add_option("DIR", options.directory, "Folder of one version of a pack")->required();
  command->add_option("--out", options.out, "Folder for the pages; start with its index.html")->required();
  command->add_option("--locale", options.locale, "Language: nl, en, …; default: the pack's first");
  command->footer(kPackExamples);
  return command;
}

CLI::App* AddPackExport(CLI::App& group, PackExportOptions& options) {
  CLI::App* command = group.add_subcommand("export", "Write the pack's findings as rules of another engine");
  command->add_option("DIR", options.directory, "Folder of one version of a pack")->required();
  command->add_option("--to", options.target, "Engine")->required()->check(CLI::IsMember(ExportTargets()));
  command->add_option("--out", options.out, "File to write")->required();
  command->footer(kPackExamples);
  return command;
}

// After a missing or mistyped subcommand: those that there are.
void TellSubcommands(const CLI::App& app, const Process& process) {
  if (!app.get_subcommands().empty()) return;
  *process.err << "There are:";
  for (const CLI::App* one : app.get_subcommands([](const CLI::App*) { return true; })) {
    *process.err << " " << one->get_name();
  }
  *process.err << "\n";
}

}  // namespace

ExitCode RunBaken(std::vector<std::string> arguments, const Process& process) {
  AllOptions options;
  CLI::App app("Baken: clinician decision support about one person, by rule packs.", "baken");
  app.set_version_flag("--version", std::string("baken ") + BuildVersion());
  app.require_subcommand(1);
  app.footer(std::string(kAssessExamples) + "\n\n" + kExitCodes +
             "\n\nNot a certified medical device; the rules await clinical sign-off.");
  const CLI::App* assess = AddAssess(app, options.assess);
  const CLI::App* explain = AddExplain(app, options.explain);
  const CLI::App* interview = AddInterview(app, options.interview);
  const CLI::App* settle = AddSettle(app, options.settle);
  const CLI::App* packs = AddPacks(app, options.packs);
  CLI::App* pack = app.add_subcommand("pack", "Tools for those who write packs");
  pack->require_subcommand(1);
  pack->footer(kPackExamples);
  const CLI::App* fresh = AddAuthorTool(*pack, "new", "Write a small pack to start from into DIR", options.author);
  CLI::App* lint = AddAuthorTool(*pack, "lint", "Name every problem of a pack", options.author);
  AddSiteProfile(*lint, options.author.site_profile_file, "Look at the pack as this site profile makes it");
  CLI::App* cases = AddAuthorTool(*pack, "cases", "Run the pack's own cases", options.author);
  AddSiteProfile(*cases, options.author.site_profile_file,
                 "Show which cases come out otherwise with this site profile");
  cases->add_flag("--coverage", options.author.coverage, "Also list findings and bounds that no case proves");
  cases->add_flag("--strict", options.author.strict, "As --coverage, and fail when there are any");
  const CLI::App* coverage =
      AddAuthorTool(*pack, "coverage", "What became of each item of the inventories", options.author);
  const CLI::App* manifest = AddAuthorTool(*pack, "manifest", "Write MANIFEST.sha256", options.author);
  const CLI::App* docs = AddPackDocs(*pack, options.docs);
  const CLI::App* pack_export = AddPackExport(*pack, options.pack_export);
  // CLI11 takes the arguments from the back.
  std::reverse(arguments.begin(), arguments.end());
  try {
    app.parse(std::move(arguments));
  } catch (const CLI::ParseError& error) {
    if (app.exit(error, *process.out, *process.err) == 0) return kExitDone;
    const bool any = !app.get_subcommands().empty();
    if (!any || pack->parsed()) TellSubcommands(any ? *pack : app, process);
    return kExitWrongUse;
  }
  if (assess->parsed()) return RunAssess(options.assess, process);
  if (explain->parsed()) return RunExplain(options.explain, process);
  if (interview->parsed()) return RunInterview(options.interview, process);
  if (settle->parsed()) return RunSettle(options.settle, process);
  if (packs->parsed()) return RunPacks(options.packs, process);
  if (fresh->parsed()) return RunPackNew(options.author, process);
  if (lint->parsed()) return RunPackLint(options.author, process);
  if (cases->parsed()) return RunPackCases(options.author, process);
  if (coverage->parsed()) return RunPackCoverage(options.author, process);
  if (docs->parsed()) return RunPackDocs(options.docs, process);
  if (pack_export->parsed()) return RunPackExport(options.pack_export, process);
  return manifest->parsed() ? RunPackManifest(options.author, process) : kExitWrongUse;
}

}  // namespace baken
