package dev.seaworthy.validate.check.pod;

import dev.seaworthy.validate.field.Value;
import dev.seaworthy.validate.format.NameFormat;
import java.util.Locale;
import java.util.Set;

/** A claim that is made for the pod and goes with it. */
final class EphemeralVolumeCheck {

  private static final Set<String> METADATA_OF_TEMPLATES = Set.of("labels", "annotations");

  private final PodScope scope;
  private final FieldRules rules;

  EphemeralVolumeCheck(PodScope scope) {
    this.scope = scope;
    this.rules = new FieldRules(scope.errors());
  }

  void check(Value source, Value volume) {
    Value template = source.at("volumeClaimTemplate");
    if (template.isAbsent()) {
      rules.errors().required(template.path(), "required", "is missing");
    } else {
      metadata(template.at("metadata"));
      new ClaimSpecCheck(rules).check(template.at("spec"));
    }
    claimCanBeNamed(volume.at("name"));
  }

  /** Only labels and annotations are copied to the claim; everything else is refused. */
  private void metadata(Value metadata) {
    Value annotations = metadata.at("annotations");
    annotations.eachEntry((key, value) ->
        rules.format(annotations.path(), key.toLowerCase(Locale.ROOT), NameFormat.QUALIFIED_NAME));
    Value labels = metadata.at("labels");
    labels.eachEntry((key, value) -> {
      rules.format(labels.path(), key, NameFormat.QUALIFIED_NAME);
      rules.format(labels.path(), value.text(), NameFormat.LABEL_VALUE);
    });
    metadata.eachEntry((key, value) -> {
      if (!METADATA_OF_TEMPLATES.contains(key) && isSet(value)) {
        rules
            .errors()
            .forbidden(
                metadata.path().child(key.equals("uid") ? "uID" : key),
                "template-metadata",
                "is not copied to the claim");
      }
    });
  }

  /** Whether Go would not take it for the zero value; an empty list is not. */
  private static boolean isSet(Value value) {
    return value.node().isSequence()
        || value.node().isMapping()
        || !value.text().isEmpty()
        || value.asLong().isPresent();
  }

  private void claimCanBeNamed(Value name) {
    if (scope.podName().isEmpty() || name.text().isEmpty()) {
      return;
    }
    String claim = scope.podName() + "-" + name.text();
    for (String problem : NameFormat.DNS1123_SUBDOMAIN.problems(claim)) {
      rules
          .errors()
          .invalid(
              name.path(),
              "claim-can-be-named",
              "makes a claim named '" + claim + "', which " + problem);
    }
  }
}
