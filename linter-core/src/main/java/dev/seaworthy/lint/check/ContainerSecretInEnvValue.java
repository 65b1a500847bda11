package dev.seaworthy.lint.check;

import dev.seaworthy.graph.Container;
import dev.seaworthy.graph.PodTemplate;
import dev.seaworthy.lint.CheckContext;
import dev.seaworthy.lint.Finding;
import dev.seaworthy.manifest.Node;
import java.util.ArrayList;
import java.util.List;

/** Passwords, tokens and keys as values of environment variables. */
final class ContainerSecretInEnvValue implements PodCheck {

  @Override
  public List<Finding> check(PodTemplate template, CheckContext context) {
    List<Finding> findings = new ArrayList<>();
    for (Container container : template.containers()) {
      List<Node> entries = container.node().get("env").items();
      for (int i = 0; i < entries.size(); i++) {
        String name = entries.get(i).get("name").text();
        String value = entries.get(i).get("value").text();
        if (!value.isEmpty() && isSecret(name, value, Credentials.of(context))) {
          findings.add(Finding.at(
              template.owner(),
              container.path().child("env").index(i).child("value"),
              "the value of " + name + " looks like a secret in plain text"));
        }
      }
    }
    return findings;
  }

  private static boolean isSecret(String name, String value, Credentials credentials) {
    return Credentials.hasPrivateKey(value)
        || credentials.isKnownToken(value)
        || !Credentials.isHarmless(value) && credentials.areNamed(name);
  }
}
