package dev.seaworthy.validate.check.networking;

import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Value;
import dev.seaworthy.validate.format.NameFormat;

/** Where requests go: a Service or another object. Mirrors validateIngressBackend. */
final class IngressBackends {

  private static final int HIGHEST_PORT = 65_535;

  private final NameFormat serviceName;

  /** {@code anyLabel} says whether a Service's name may begin with a digit. */
  IngressBackends(boolean anyLabel) {
    this.serviceName = anyLabel ? NameFormat.DNS1123_LABEL : NameFormat.DNS1035_LABEL;
  }

  /** Whether any backend names a Service as only newer servers take it. */
  static boolean namesServiceWithDigit(Value spec) {
    return isWithDigit(spec.at("defaultBackend"))
        || spec.at("rules").items().stream()
            .flatMap(rule -> rule.at("http", "paths").items().stream())
            .anyMatch(path -> isWithDigit(path.at("backend")));
  }

  private static boolean isWithDigit(Value backend) {
    String name = backend.at("service", "name").text();
    return NameFormat.DNS1123_LABEL.accepts(name) && !NameFormat.DNS1035_LABEL.accepts(name);
  }

  /** Judges a backend that may be left out. */
  void check(Value backend, Errors errors) {
    if (backend.isPresent()) {
      checkNeeded(backend, errors);
    }
  }

  void checkNeeded(Value backend, Errors errors) {
    Value resource = backend.at("resource");
    Value service = backend.at("service");
    if (resource.isPresent() && service.isPresent()) {
      errors.invalid(backend.path(), "one-backend", "must not have both a resource and a service");
    } else if (resource.isPresent()) {
      resource(resource, errors);
    } else if (service.isPresent()) {
      service(backend, service, errors);
    } else {
      errors.invalid(backend.path(), "one-backend", "must have a service or a resource");
    }
  }

  private static void resource(Value resource, Errors errors) {
    Value group = resource.at("apiGroup");
    if (group.isPresent()) {
      errors.form(group, NameFormat.DNS1123_SUBDOMAIN);
    }
    needed(resource.at("kind"), NameFormat.PATH_SEGMENT_NAME, errors);
    needed(resource.at("name"), NameFormat.PATH_SEGMENT_NAME, errors);
  }

  private void service(Value backend, Value service, Errors errors) {
    needed(service.at("name"), serviceName, errors);
    Value name = service.at("port", "name");
    Value number = service.at("port", "number");
    boolean byName = !name.text().isEmpty();
    boolean byNumber = number.number() != 0;
    if (byName && byNumber) {
      errors.invalid(backend.path(), "one-port", "must not have both a port's name and its number");
    } else if (byName) {
      errors.form(name, NameFormat.PORT_NAME);
    } else if (!byNumber) {
      errors.required(backend.path(), "one-port", "must have the name or the number of a port");
    } else if (number.number() < 1 || number.number() > HIGHEST_PORT) {
      errors.invalid(
          number.path(),
          "port",
          "is " + number.number() + ", must be between 1 and " + HIGHEST_PORT);
    }
  }

  private static void needed(Value value, NameFormat form, Errors errors) {
    if (value.text().isEmpty()) {
      errors.required(value.path(), "required", "must be given");
    } else {
      errors.form(value, form);
    }
  }
}
