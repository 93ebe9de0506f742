// What the command line says about the person and the occasion, for every command that asks about one person.
#ifndef BAKEN_CLIENT_CLI_PERSON_OPTIONS_H_
#define BAKEN_CLIENT_CLI_PERSON_OPTIONS_H_

#include "baken/v1/request.pb.h"
#include "client/cli/options.h"

namespace baken {

// What the command line names goes before what the file says.
inline void ApplyPersonOptions(const PersonOptions& options, v1::AssessRequest& request) {
  if (!options.pack_id.empty()) request.mutable_pack()->set_pack_id(options.pack_id);
  if (!options.pack_version.empty()) request.mutable_pack()->set_version(options.pack_version);
  if (!options.view.empty()) request.set_view(options.view);
  if (!options.locale.empty()) request.set_locale(options.locale);
  if (!options.date.empty()) request.set_evaluation_date(options.date);
}

}  // namespace baken

#endif  // BAKEN_CLIENT_CLI_PERSON_OPTIONS_H_
