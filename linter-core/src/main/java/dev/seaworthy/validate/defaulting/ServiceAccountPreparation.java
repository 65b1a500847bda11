package dev.seaworthy.validate.defaulting;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Request;
import dev.seaworthy.validate.field.Value;

/** Of the Secrets that an account may use, the server keeps the names. */
final class ServiceAccountPreparation implements KindPreparation {

  @Override
  public GroupKind kind() {
    return GroupKind.of("", "ServiceAccount");
  }

  @Override
  public Mapping prepare(Value object, Request request, Errors errors) {
    Mapping account = (Mapping) object.node();
    if (!(account.get("secrets") instanceof Sequence secrets)) {
      return account;
    }
    return account.with(
        "secrets",
        Sequence.of(
            secrets.items().stream().map(ServiceAccountPreparation::name).toList()));
  }

  private static Mapping name(Node secret) {
    Node name = secret.get("name");
    return name.isPresent() ? Mapping.of("name", name) : Mapping.EMPTY;
  }
}
