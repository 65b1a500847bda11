package dev.seaworthy.lint.check;

import dev.seaworthy.graph.Container;
import dev.seaworthy.graph.PodTemplate;
import dev.seaworthy.lint.CheckContext;
import dev.seaworthy.lint.Finding;
import dev.seaworthy.manifest.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Passwords, tokens and keys as values of environment variables. */
final class ContainerSecretInEnvValue implements PodCheck {

  @Override
  public List<Finding> check(PodTemplate template, CheckContext context) {
    List<Finding> findings = new ArrayList<>();
    Set<String> secrets = namesOfSecrets(template);
    for (Container container : template.containers()) {
      List<Node> entries = container.node().get("env").items();
      for (int i = 0; i < entries.size(); i++) {
        String name = entries.get(i).get("name").text();
        String value = entries.get(i).get("value").text();
        if (!value.isEmpty()
            && !secrets.contains(value)
            && isSecret(name, value, Credentials.of(context))) {
          findings.add(Finding.at(
              template.owner(),
              container.path().child("env").index(i).child("value"),
              "the value of " + name + " looks like a secret in plain text"));
        }
      }
    }
    return findings;
  }

  /** A program that is told which Secret to read is told no secret. */
  private static Set<String> namesOfSecrets(PodTemplate template) {
    Set<String> names = new HashSet<>();
    for (Node volume : template.spec().get("volumes").items()) {
      names.add(volume.at("secret", "secretName").text());
    }
    for (Container container : template.containers()) {
      for (Node source : container.node().get("envFrom").items()) {
        names.add(source.at("secretRef", "name").text());
      }
      for (Node entry : container.node().get("env").items()) {
        names.add(entry.at("valueFrom", "secretKeyRef", "name").text());
      }
    }
    return names;
  }

  private static boolean isSecret(String name, String value, Credentials credentials) {
    return Credentials.hasPrivateKey(value)
        || credentials.isKnownToken(value)
        || !Credentials.isHarmless(value) && credentials.areNamed(name);
  }
}
