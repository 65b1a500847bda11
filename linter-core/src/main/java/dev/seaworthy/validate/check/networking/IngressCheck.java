package dev.seaworthy.validate.check.networking;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.validate.field.CauseType;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.FieldError;
import dev.seaworthy.validate.field.KindCheck;
import dev.seaworthy.validate.field.Request;
import dev.seaworthy.validate.field.Value;
import dev.seaworthy.validate.format.IpAddress;
import dev.seaworthy.validate.format.NameFormat;

/**
 * What no single field of an Ingress can tell. Mirrors ValidateIngressCreate and
 * ValidateIngressUpdate: what an older server let in may stay.
 */
public final class IngressCheck implements KindCheck {

  private static final String CLASS_ANNOTATION = "kubernetes.io/ingress.class";

  @Override
  public GroupKind kind() {
    return GroupKind.of("networking.k8s.io", "Ingress");
  }

  @Override
  public void check(Value ingress, Request request, Errors errors) {
    Value spec = ingress.at("spec");
    boolean anyLabel = allowsAnyLabel(spec.before(), request);
    if (spec.at("rules").size() == 0 && spec.at("defaultBackend").isAbsent()) {
      errors.invalid(spec.path(), "any-backend", "must have rules or a defaultBackend");
    }
    new IngressBackends(anyLabel).check(spec.at("defaultBackend"), errors);
    rules(spec, anyLabel, errors);
    tls(spec, errors);
    if (request.isCreate()) {
      sameClassTwice(ingress, errors);
      warnOfAnnotation(ingress, errors);
    }
  }

  /** Since 1.36 a Service's name may begin with a digit; before, only where one did already. */
  private static boolean allowsAnyLabel(Value before, Request request) {
    return request.isSince(36) || IngressBackends.namesServiceWithDigit(before);
  }

  private static void rules(Value spec, boolean anyLabel, Errors errors) {
    IngressPaths paths = new IngressPaths(anyLabel);
    boolean wildcardsMayStay = hasOddWildcardRule(spec.before());
    for (Value rule : spec.at("rules").items()) {
      host(rule.at("host"), errors);
      if (!(isWildcard(rule) && wildcardsMayStay)) {
        paths.check(rule, errors);
      }
    }
  }

  private static boolean hasOddWildcardRule(Value before) {
    for (Value rule : before.at("rules").items()) {
      Errors found = new Errors();
      if (rule.at("http").isPresent() && rule.at("http", "paths").size() == 0) {
        return isWildcard(rule);
      }
      new IngressPaths(false).check(rule, found);
      if (isWildcard(rule) && found.count() > 0) {
        return true;
      }
    }
    return false;
  }

  private static boolean isWildcard(Value rule) {
    return rule.at("host").text().indexOf('*') >= 0;
  }

  private static void host(Value host, Errors errors) {
    if (host.text().isEmpty()) {
      return;
    }
    if (IpAddress.parseSloppy(host.text()).isPresent()) {
      errors.invalid(host.path(), "dns-name", "must be a DNS name, not an IP address");
    }
    hostName(host, errors);
  }

  private static void hostName(Value host, Errors errors) {
    NameFormat form = host.text().indexOf('*') >= 0
        ? NameFormat.WILDCARD_DNS1123_SUBDOMAIN
        : NameFormat.DNS1123_SUBDOMAIN;
    errors.form(host, form);
  }

  private static void tls(Value spec, Errors errors) {
    boolean oddNamesMayStay = spec.before().at("tls").items().stream()
        .anyMatch(entry -> isOddSecretName(entry.at("secretName").text()));
    for (Value entry : spec.at("tls").items()) {
      entry.at("hosts").items().forEach(host -> hostName(host, errors));
      Value secret = entry.at("secretName");
      if (!oddNamesMayStay && isOddSecretName(secret.text())) {
        errors.form(secret, NameFormat.DNS1123_SUBDOMAIN);
      }
    }
  }

  private static boolean isOddSecretName(String name) {
    return !name.isEmpty() && !NameFormat.DNS1123_SUBDOMAIN.accepts(name);
  }

  private static void warnOfAnnotation(Value ingress, Errors errors) {
    Value annotation = ingress.at("metadata", "annotations").key(CLASS_ANNOTATION);
    boolean isAlone = ingress.at("spec", "ingressClassName").isAbsent();
    if (annotation.isPresent() && isAlone) {
      errors.warn(annotation.path(), "deprecated", "is deprecated; use spec.ingressClassName");
    }
  }

  private static void sameClassTwice(Value ingress, Errors errors) {
    Value annotation = ingress.at("metadata", "annotations").key(CLASS_ANNOTATION);
    Value name = ingress.at("spec", "ingressClassName");
    if (annotation.isPresent() && name.isPresent() && !annotation.text().equals(name.text())) {
      errors.add(FieldError.of(
              CauseType.INVALID,
              annotation.path(),
              "one-class",
              "is '" + annotation.text() + "', must be the ingressClassName '" + name.text()
                  + "' where both are given")
          .namedAs(FieldPath.of("annotations", CLASS_ANNOTATION)));
    }
  }
}
