package dev.seaworthy.lint.check;

import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.lint.CheckContext;
import dev.seaworthy.lint.Finding;
import dev.seaworthy.lint.ObjectCheck;
import dev.seaworthy.manifest.FieldPath;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Pieces of configuration that ingress-nginx takes from whoever may write an Ingress. */
final class IngressNginxSnippet implements ObjectCheck {

  private static final FieldPath ANNOTATIONS = FieldPath.of("metadata", "annotations");
  private static final String PREFIX = "nginx.ingress.kubernetes.io/";
  private static final String SNIPPET = "-snippet";
  private static final FieldPath SWITCH = FieldPath.of("data", "allow-snippet-annotations");

  /** What lets a snippet run code or read the controller's files. */
  private static final List<String> DANGEROUS = List.of("lua_package", "_by_lua", "alias", "root");

  @Override
  public List<Finding> check(InputObject object, CheckContext context) {
    return object.kind().kind().equals("ConfigMap") ? ofSwitch(object) : ofAnnotations(object);
  }

  private static List<Finding> ofSwitch(InputObject configMap) {
    return configMap.at(SWITCH).text().equals("true")
        ? List.of(Finding.at(
            configMap, SWITCH, "every Ingress may put configuration of its own into nginx"))
        : List.of();
  }

  private static List<Finding> ofAnnotations(InputObject ingress) {
    return ingress.resource().annotations().entrySet().stream()
        .filter(annotation ->
            annotation.getKey().startsWith(PREFIX) && annotation.getKey().endsWith(SNIPPET))
        .map(annotation -> finding(ingress, annotation))
        .toList();
  }

  private static Finding finding(InputObject ingress, Map.Entry<String, String> annotation) {
    Finding finding = Finding.at(
        ingress,
        ANNOTATIONS.key(annotation.getKey()),
        "this text becomes configuration of nginx, with the rights of the controller");
    boolean dangerous =
        DANGEROUS.stream().anyMatch(directive -> uses(annotation.getValue(), directive));
    return dangerous ? finding.withSeverity(Severity.ERROR) : finding;
  }

  /** Whether a line or a block of the text begins with the directive. */
  private static boolean uses(String text, String directive) {
    return Stream.of(text.split("[;{}\\n]"))
        .map(String::strip)
        .map(statement -> statement.split("\\s")[0])
        .anyMatch(word -> directive.startsWith("_")
            ? word.contains(directive)
            : word.equals(directive)
                || directive.equals("lua_package") && word.startsWith(directive));
  }
}
