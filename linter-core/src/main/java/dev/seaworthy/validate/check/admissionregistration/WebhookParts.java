package dev.seaworthy.validate.check.admissionregistration;

import dev.seaworthy.manifest.Node;
import dev.seaworthy.validate.check.webhook.WebhookAddress;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Request;
import dev.seaworthy.validate.field.Value;
import dev.seaworthy.validate.format.NameFormat;
import dev.seaworthy.validate.rules.PolicyTypes;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Webhooks that the server asks about writes. What an update found wrong already, it does not object
 * to again. Mirrors validateValidatingWebhook and validateMutatingWebhook.
 */
final class WebhookParts {

  static final List<String> REINVOCATIONS = List.of("IfNeeded", "Never");

  private static final List<String> HARMLESS = List.of("None", "NoneOnDryRun");
  private static final List<String> SIDE_EFFECTS =
      List.of("None", "NoneOnDryRun", "Some", "Unknown");
  private static final List<String> REVIEWS = List.of("v1", "v1beta1");
  private static final int LONGEST_TIMEOUT = 30;
  private static final int LAST_PORT = 65_535;
  private static final int FEWEST_LABELS = 3;

  private final Errors errors;
  private final PolicyTypes types;
  private final List<String> sideEffects;
  private final boolean needsKnownReview;
  private final boolean needsDistinctNames;

  private WebhookParts(Node before, Request request, Errors errors) {
    this.errors = errors;
    this.types = new PolicyTypes(false, request);
    this.sideEffects =
        all(before, hook -> HARMLESS.contains(hook.get("sideEffects").text()))
            ? HARMLESS
            : SIDE_EFFECTS;
    this.needsKnownReview = all(before, WebhookParts::hasKnownReview);
    this.needsDistinctNames =
        before.items().stream().map(hook -> hook.get("name").text()).distinct().count()
            == before.size();
  }

  static void check(Value configuration, Request request, Errors errors) {
    Value hooks = configuration.at("webhooks");
    WebhookParts parts = new WebhookParts(hooks.previous(), request, errors);
    boolean conditionsStay = request.isUpdate() && haveSameConditions(hooks);
    Set<String> names = new HashSet<>();
    for (Value hook : hooks.items()) {
      parts.hook(hook, conditionsStay);
      String name = hook.at("name").text();
      if (parts.needsDistinctNames && !name.isEmpty() && !names.add(name)) {
        errors.duplicate(hook.at("name").path(), "unique", "is there twice");
      }
    }
  }

  private static boolean all(Node hooks, Predicate<Node> condition) {
    return hooks.items().stream().allMatch(condition);
  }

  private static boolean hasKnownReview(Node hook) {
    List<? extends Node> versions = hook.get("admissionReviewVersions").items();
    return versions.isEmpty() || versions.stream().anyMatch(one -> REVIEWS.contains(one.text()));
  }

  private static boolean haveSameConditions(Value hooks) {
    return hooks.size() == hooks.previous().size()
        && hooks.items().stream().noneMatch(hook -> hook.at("matchConditions").isChanged());
  }

  private void hook(Value hook, boolean conditionsStay) {
    name(hook.at("name"));
    hook.at("rules").items().forEach(rule -> AdmissionRules.rule(rule, errors));
    PolicyParts.failurePolicy(hook.at("failurePolicy"), errors);
    AdmissionRules.matchPolicy(hook.at("matchPolicy"), errors);
    AdmissionRules.one(hook.at("reinvocationPolicy"), REINVOCATIONS, errors);
    sideEffects(hook.at("sideEffects"));
    long seconds = hook.at("timeoutSeconds").node().longOr(1);
    if (seconds < 1 || seconds > LONGEST_TIMEOUT) {
      errors.invalid(
          hook.at("timeoutSeconds").path(),
          "timeout",
          "is " + seconds + ", must be between 1 and " + LONGEST_TIMEOUT);
    }
    client(hook.at("clientConfig"));
    if (!conditionsStay) {
      PolicyParts.conditions(hook.at("matchConditions"), types, errors);
    }
    reviews(hook.at("admissionReviewVersions"));
  }

  private void name(Value name) {
    String text = name.text();
    if (text.isEmpty()) {
      errors.required(name.path(), "required", "must be given");
      return;
    }
    boolean isDomain = NameFormat.DNS1123_SUBDOMAIN.accepts(text);
    if (!isDomain || text.split("\\.", -1).length < FEWEST_LABELS) {
      errors.invalid(
          name.path(),
          "fully-qualified-name",
          "is '" + text + "', must be a domain of at least three parts, such as check.example.com");
    }
  }

  private void sideEffects(Value effects) {
    if (!effects.isPresent()) {
      errors.required(
          effects.path(), "required", "must be one of " + String.join(", ", sideEffects));
    } else {
      AdmissionRules.one(effects, sideEffects, errors);
    }
  }

  private void client(Value client) {
    Value url = client.at("url");
    Value service = client.at("service");
    if (url.isPresent() == service.isPresent()) {
      errors.required(client.path(), "one-of", "must have either url or service");
    } else if (url.isPresent()) {
      url(url);
    } else {
      service(service);
    }
  }

  private void url(Value url) {
    if (!WebhookAddress.isUrl(url.text())) {
      errors.required(url.path(), "webhook-url", "must be a URL, https://host/path");
      return;
    }
    for (String problem : WebhookAddress.problemsOfUrl(url.text())) {
      errors.invalid(url.path(), "webhook-url", "is '" + url.text() + "', " + problem);
    }
  }

  /** The server takes name and namespace for each other when it names what is missing. */
  private void service(Value service) {
    if (service.at("name").text().isEmpty()) {
      errors.required(service.at("namespace").path(), "required", "must be given, as must name");
    }
    if (service.at("namespace").text().isEmpty()) {
      errors.required(service.at("name").path(), "required", "must be given, as must namespace");
    }
    Value port = service.at("port");
    if (port.node().longOr(1) < 1 || port.node().longOr(1) > LAST_PORT) {
      errors.invalid(port.path(), "port", "must be between 1 and " + LAST_PORT);
    }
    Value path = service.at("path");
    for (String problem : WebhookAddress.problemsOfPath(path.text())) {
      errors.invalid(path.path(), "webhook-path", "is '" + path.text() + "', " + problem);
    }
  }

  private void reviews(Value versions) {
    if (versions.size() == 0) {
      errors.required(
          versions.path(), "required", "must name the versions that the webhook understands");
      return;
    }
    Set<String> seen = new HashSet<>();
    for (Value version : versions.items()) {
      if (seen.add(version.text())) {
        errors.form(version, NameFormat.DNS1035_LABEL);
      } else {
        errors.invalid(version.path(), "unique", "is there twice");
      }
    }
    if (needsKnownReview && REVIEWS.stream().noneMatch(seen::contains)) {
      errors.invalid(versions.path(), "review-versions", "must have at least one of v1, v1beta1");
    }
  }
}
