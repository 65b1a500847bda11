package dev.seaworthy.validate.check.autoscaling;

import dev.seaworthy.validate.check.core.pod.ResourceNameCheck;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Request;
import dev.seaworthy.validate.field.Value;
import dev.seaworthy.validate.format.NameFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What an autoscaler goes by: one source, the one that the type names. Mirrors validateMetricSpec. */
final class MetricCheck {

  private static final Map<String, String> SOURCES = sources();

  /** What a source holds; of one beside the first none is judged. */
  private static final List<String> INSIDE =
      List.of("container", "describedObject", "metric", "name", "target");

  private final Value metric;
  private final Request request;
  private final Errors errors;

  MetricCheck(Value metric, Request request, Errors errors) {
    this.metric = metric;
    this.request = request;
    this.errors = errors;
  }

  /** In the order in which the server looks at them: only the first is judged. */
  private static Map<String, String> sources() {
    Map<String, String> sources = new LinkedHashMap<>();
    sources.put("Object", "object");
    sources.put("External", "external");
    sources.put("Pods", "pods");
    sources.put("Resource", "resource");
    sources.put("ContainerResource", "containerResource");
    return sources;
  }

  void check() {
    Value type = metric.at("type");
    if (type.text().isEmpty()) {
      errors.required(type.path(), "required", "must be given");
    }
    isKnown(type);
    List<Value> given =
        SOURCES.values().stream().map(metric::at).filter(Value::isPresent).toList();
    given.stream().findFirst().ifPresent(this::source);
    given.stream()
        .skip(1)
        .flatMap(other -> INSIDE.stream().map(other::at))
        .forEach(inside -> errors.postpone(inside.path()));
    onlyOne(SOURCES.getOrDefault(type.text(), ""));
    isKnown(type);
  }

  /** The server asks twice: of the type alone, and when it looks for the type's source. */
  private void isKnown(Value type) {
    if (!SOURCES.containsKey(type.text())) {
      errors.notSupported(
          type.path(),
          "enum",
          "is '" + type.text() + "', must be " + String.join(", ", SOURCES.keySet()));
    }
  }

  private void onlyOne(String expected) {
    if (!expected.isEmpty() && metric.at(expected).isAbsent()) {
      errors.required(metric.at(expected).path(), "source-of-type", "must be given for this type");
    }
    long given =
        SOURCES.values().stream().filter(name -> metric.at(name).isPresent()).count();
    for (String name : SOURCES.values()) {
      if (given > 1 && !name.equals(expected) && metric.at(name).isPresent()) {
        errors.forbidden(
            metric.at(name).path(), "source-of-type", "must not be given beside the type's own");
      }
    }
  }

  private void source(Value source) {
    Value target = source.at("target");
    boolean value = target.at("value").isPresent();
    boolean average = target.at("averageValue").isPresent();
    switch (source.path().lastStep()) {
      case "object" -> {
        if (ApiVersions.areJudged(request)) {
          ApiVersions.ofMeasured(source.at("describedObject"), errors);
        }
        needed(value || average, target.at("averageValue"));
      }
      case "external" -> {
        needed(value || average, target.at("averageValue"));
        notBoth(value && average, target.at("value"));
      }
      case "pods" -> needed(average, target.at("averageValue"));
      default -> {
        boolean utilization = target.at("averageUtilization").isPresent();
        needed(utilization || average, target.at("averageUtilization"));
        notBoth(utilization && average, target.at("averageValue"));
        names(source);
      }
    }
  }

  private void names(Value source) {
    Value name = source.at("name");
    if (name.text().isEmpty()) {
      errors.required(name.path(), "required", "must be given");
    }
    if (source.path().lastStep().equals("containerResource")) {
      if (!name.text().isEmpty()) {
        ResourceNameCheck.ofContainer(name.text(), name.path(), errors);
      }
      container(source.at("container"));
    }
  }

  private void container(Value container) {
    if (container.text().isEmpty()) {
      errors.required(container.path(), "required", "must be given");
    } else {
      errors.form(container, NameFormat.DNS1123_LABEL);
    }
  }

  private void needed(boolean given, Value value) {
    if (!given) {
      errors.required(value.path(), "target-value", "must be given");
    }
  }

  private void notBoth(boolean both, Value value) {
    if (both) {
      errors.forbidden(value.path(), "one-target", "must not be given beside the other");
    }
  }
}
