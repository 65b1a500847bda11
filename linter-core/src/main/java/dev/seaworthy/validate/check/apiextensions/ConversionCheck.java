package dev.seaworthy.validate.check.apiextensions;

import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.validate.check.webhook.CertificateBundle;
import dev.seaworthy.validate.check.webhook.WebhookAddress;
import dev.seaworthy.validate.format.NameFormat;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Who converts between versions. Mirrors validateCustomResourceConversion, which names the fields as
 * they were in v1beta1.
 */
final class ConversionCheck {

  private static final List<String> REVIEWS = List.of("v1", "v1beta1");
  private static final long LAST_PORT = 65_535;

  private ConversionCheck() {}

  /** @param isUpdate certificates are judged only once the definition is there */
  static void check(Place conversion, boolean isUpdate, Findings findings) {
    if (!conversion.isPresent()) {
      return;
    }
    Place webhook = conversion.at("webhook");
    Place client =
        webhook.at("clientConfig").named(conversion.named().child("webhookClientConfig"));
    Place reviews = webhook
        .at("conversionReviewVersions")
        .named(conversion.named().child("conversionReviewVersions"));
    String strategy = conversion.at("strategy").text();
    if (!strategy.equals("None") && !strategy.equals("Webhook")) {
      strategy(conversion.at("strategy"), findings);
    }
    if (strategy.equals("Webhook")) {
      client(client, findings);
      if (isUpdate) {
        certificates(client.at("caBundle"), findings);
      }
      reviews(reviews, findings);
      return;
    }
    if (client.isPresent()) {
      findings.forbidden(client, "webhook", "must be left out unless strategy is Webhook");
    }
    if (reviews.node().size() > 0) {
      findings.forbidden(reviews, "webhook", "must be left out unless strategy is Webhook");
    }
  }

  private static void strategy(Place strategy, Findings findings) {
    if (strategy.text().isEmpty()) {
      findings.required(strategy, "required", "must be None or Webhook");
    } else {
      findings.notSupported(
          strategy, "enum", "is '" + strategy.text() + "', must be one of None, Webhook");
    }
  }

  private static void client(Place client, Findings findings) {
    if (!client.isPresent()) {
      findings.required(client, "required", "must be given where strategy is Webhook");
      return;
    }
    Place url = client.at("url");
    Place service = client.at("service");
    if (url.isPresent() == service.isPresent()) {
      findings.required(client, "one-of", "must have either url or service");
    } else if (url.isPresent()) {
      url(url, findings);
    } else {
      service(service, findings);
    }
  }

  private static void url(Place url, Findings findings) {
    if (!WebhookAddress.isUrl(url.text())) {
      findings.required(url, "webhook-url", "must be a URL, https://host/path");
      return;
    }
    for (String problem : WebhookAddress.problemsOfUrl(url.text())) {
      findings.invalid(url, "webhook-url", "is '" + url.text() + "', " + problem);
    }
  }

  private static void service(Place service, Findings findings) {
    exchanged(service.at("name"), service.named().child("namespace"), findings);
    exchanged(service.at("namespace"), service.named().child("name"), findings);
    Node port = service.node().get("port");
    if (port.longOr(1) < 1 || port.longOr(1) > LAST_PORT) {
      findings.invalid(service.at("port"), "port", "must be between 1 and " + LAST_PORT);
    }
    Place path = service.at("path");
    for (String problem : WebhookAddress.problemsOfPath(path.text())) {
      findings.invalid(path, "webhook-path", "is '" + path.text() + "', " + problem);
    }
  }

  /** The server takes name and namespace for each other when it names what is missing. */
  private static void exchanged(Place given, FieldPath named, Findings findings) {
    if (given.text().isEmpty()) {
      findings.required(given.named(named), "required", "must be given");
    }
  }

  private static void certificates(Place bundle, Findings findings) {
    if (!bundle.text().isEmpty() && !CertificateBundle.isOne(bundle.text())) {
      findings.invalid(bundle, "ca-bundle", "must be certificates in PEM, encoded in base64");
    }
  }

  private static void reviews(Place reviews, Findings findings) {
    if (reviews.node().size() == 0) {
      findings.required(reviews, "required", "must name the versions that the webhook understands");
      return;
    }
    Set<String> seen = new HashSet<>();
    for (Place version : reviews.items()) {
      if (!seen.add(version.text())) {
        findings.invalid(version, "unique", "is there twice");
      }
      findings.form(
          version, "format=dns-1035-label", NameFormat.DNS1035_LABEL.problems(version.text()));
    }
    if (REVIEWS.stream().noneMatch(seen::contains)) {
      findings.invalid(reviews, "review-versions", "must have at least one of v1, v1beta1");
    }
  }
}
