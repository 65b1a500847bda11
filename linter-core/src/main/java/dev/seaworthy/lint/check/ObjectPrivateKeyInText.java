package dev.seaworthy.lint.check;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.lint.CheckContext;
import dev.seaworthy.lint.Finding;
import dev.seaworthy.lint.ObjectCheck;
import java.util.ArrayList;
import java.util.List;

/** Private keys anywhere but in a Secret. */
final class ObjectPrivateKeyInText implements ObjectCheck {

  private static final GroupKind SECRET = GroupKind.of("", "Secret");

  @Override
  public List<Finding> check(InputObject object, CheckContext context) {
    List<Finding> findings = new ArrayList<>();
    if (!object.kind().equals(SECRET)
        && Texts.haveAny(object.resource().root(), Credentials::hasPrivateKey)) {
      Texts.visit(object.resource().root(), (place, text) -> {
        if (Credentials.hasPrivateKey(text)) {
          findings.add(Finding.at(
              object, place, "a private key stands here for everybody who may read the manifest"));
        }
      });
    }
    return findings;
  }
}
