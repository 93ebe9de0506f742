// bakend: the command line of the service.
#include <CLI/CLI.hpp>
#include <iostream>
#include <string>

#include "rules/base/version.h"
#include "service/application.h"

int main(int argc, char** argv) {
  CLI::App app{"Baken decision support service.", "bakend"};
  app.footer(
      "The configuration is a text-format file of message baken.service.v1.Config "
      "(proto/baken/service/v1/config.proto);\n"
      "an example is deploy/bakend.example.txtpb. SIGTERM or SIGINT stops it and lets running calls finish.\n\n"
      "Exit codes: 0 stopped or checked; 1 cannot serve (a port is taken); 2 wrong use, configuration or pack.\n\n"
      "Example: bakend --config bakend.txtpb");
  std::string config;
  bool check = false;
  app.add_option("--config", config, "Configuration file")->required();
  app.add_flag("--check", check, "Check configuration, certificates and packs, then exit");
  app.set_version_flag("--version", std::string("bakend ") + baken::BuildVersion());
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    // Help and version end with 0, wrong use with 2.
    return app.exit(error) == 0 ? baken::kExitDone : baken::kExitWrongInput;
  }
  if (!check) return baken::Serve(config);
  const int exit_code = baken::CheckOnly(config);
  if (exit_code == baken::kExitDone) std::cout << config << ": OK\n";
  return exit_code;
}
