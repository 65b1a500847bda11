package dev.seaworthy.lint.check;

import com.google.re2j.Pattern;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.lint.CheckContext;
import dev.seaworthy.lint.Finding;
import dev.seaworthy.lint.ObjectCheck;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Annotations that an object must not have, by patterns of key and value. */
final class ObjectAnnotationForbidden implements ObjectCheck {

  private static final FieldPath ANNOTATIONS = FieldPath.of("metadata", "annotations");

  @Override
  public List<Finding> check(InputObject object, CheckContext context) {
    List<String> kinds = context.texts("kinds");
    List<Finding> findings = new ArrayList<>();
    if (!kinds.isEmpty() && !kinds.contains(object.kind().kind())) {
      return findings;
    }
    for (Mapping.Entry forbidden : context.parameter("annotations").entries()) {
      Pattern key = Pattern.compile(forbidden.key());
      Pattern value = Pattern.compile(forbidden.value().text());
      for (Map.Entry<String, String> written : object.resource().annotations().entrySet()) {
        if (key.matches(written.getKey()) && value.matches(written.getValue())) {
          findings.add(Finding.at(
              object,
              ANNOTATIONS.key(written.getKey()),
              "the annotation " + written.getKey() + " must not be used with this value"));
        }
      }
    }
    return findings;
  }
}
