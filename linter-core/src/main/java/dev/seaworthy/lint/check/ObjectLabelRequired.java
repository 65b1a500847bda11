package dev.seaworthy.lint.check;

import com.google.re2j.Pattern;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.graph.PodTemplate;
import dev.seaworthy.lint.CheckContext;
import dev.seaworthy.lint.Finding;
import dev.seaworthy.lint.ObjectCheck;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Labels that an object, or its pod template, must have. */
final class ObjectLabelRequired implements ObjectCheck {

  @Override
  public List<Finding> check(InputObject object, CheckContext context) {
    if (!context.texts("kinds").contains(object.kind().kind())) {
      return List.of();
    }
    Optional<FieldPath> metadata = metadata(object, context);
    List<Finding> findings = new ArrayList<>();
    for (Mapping.Entry wanted : context.parameter("labels").entries()) {
      metadata
          .flatMap(path ->
              check(object, path.child("labels"), wanted.key(), wanted.value().text()))
          .ifPresent(findings::add);
    }
    return findings;
  }

  private static Optional<FieldPath> metadata(InputObject object, CheckContext context) {
    return context.parameter("template").isTrue()
        ? object.template().map(PodTemplate::path).map(p -> p.child("metadata"))
        : Optional.of(FieldPath.of("metadata"));
  }

  private static Optional<Finding> check(
      InputObject object, FieldPath labels, String key, String pattern) {
    Node value = object.at(labels).get(key);
    if (value.isAbsent()) {
      return Optional.of(Finding.at(object, labels, "the label " + key + " is missing"));
    }
    return Pattern.compile(pattern).matches(value.text())
        ? Optional.empty()
        : Optional.of(Finding.at(
            object,
            labels.key(key),
            "the label " + key + " is '" + value.text() + "', must match " + pattern));
  }
}
