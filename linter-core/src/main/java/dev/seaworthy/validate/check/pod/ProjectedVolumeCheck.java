package dev.seaworthy.validate.check.pod;

import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.validate.field.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Several sources in one volume, in which no file may be written twice. */
final class ProjectedVolumeCheck {

  private static final List<String> SOURCES = List.of(
      "secret",
      "configMap",
      "downwardAPI",
      "serviceAccountToken",
      "clusterTrustBundle",
      "podCertificate");

  private static final long SHORTEST_TOKEN_SECONDS = 10 * 60;
  private static final long LONGEST_TOKEN_SECONDS = 1L << 32;

  private final FieldRules rules;
  private final Paths paths;
  private final FileVolumeChecks files;
  private final TrustBundleSourceCheck bundles;
  private final PodCertificateSourceCheck certificates;

  ProjectedVolumeCheck(FieldRules rules) {
    this.rules = rules;
    this.paths = new Paths(rules.errors());
    this.files = new FileVolumeChecks(rules);
    this.bundles = new TrustBundleSourceCheck(rules);
    this.certificates = new PodCertificateSourceCheck(rules);
  }

  void check(Value volume) {
    rules.optionalFileMode(volume.at("defaultMode"));
    UsedPaths used = new UsedPaths(volume.path(), new HashSet<>());
    for (Value source : volume.at("sources").items()) {
      keys(source.at("secret"), used);
      keys(source.at("configMap"), used);
      facts(source.at("downwardAPI"), used);
      token(source.at("serviceAccountToken"), volume);
      bundle(source.at("clusterTrustBundle"), used);
      certificate(source.at("podCertificate"), used);
      hasOneKind(source);
    }
  }

  private void keys(Value source, UsedPaths used) {
    if (source.isPresent()) {
      rules.required(source.at("name"));
      for (Value item : source.at("items").items()) {
        files.keyToPath(item);
        used.add(item.at("path").text());
      }
    }
  }

  private void facts(Value source, UsedPaths used) {
    for (Value item : source.at("items").items()) {
      files.downwardApiFile(item, source.path());
      used.add(item.at("path").text());
    }
  }

  /** The server reports the token's path at the volume. */
  private void token(Value token, Value volume) {
    if (token.isAbsent()) {
      return;
    }
    Value expiration = token.at("expirationSeconds");
    if (expiration.number() < SHORTEST_TOKEN_SECONDS) {
      rules
          .errors()
          .invalid(
              expiration.path(),
              "token-lifetime",
              "is " + expiration.number() + ", must be at least 600 (10 minutes)");
    }
    if (expiration.number() > LONGEST_TOKEN_SECONDS) {
      rules
          .errors()
          .invalid(
              expiration.path(),
              "token-lifetime",
              "is " + expiration.number() + ", must be at most 4294967296");
    }
    FieldPath path = volume.path().child("path");
    String text = token.at("path").text();
    if (text.isEmpty()) {
      rules.errors().required(path, "required", "is missing: the path of the token's file");
    } else {
      paths.descendingUnreserved(path, text);
    }
  }

  private void bundle(Value source, UsedPaths used) {
    if (source.isPresent()) {
      bundles.check(source);
      used.addAlsoEmpty(source.at("path").text());
    }
  }

  private void certificate(Value source, UsedPaths used) {
    if (source.isPresent()) {
      certificates.check(source);
      for (String field : PodCertificateSourceCheck.PATHS) {
        used.add(source.at(field).text());
      }
    }
  }

  private void hasOneKind(Value source) {
    if (SOURCES.stream().filter(kind -> source.at(kind).isPresent()).count() > 1) {
      rules
          .errors()
          .forbidden(source.path(), "one-of", "has more than one kind of source, must have one");
    }
  }

  /** The paths that a volume's files have so far. */
  private final class UsedPaths {

    private final FieldPath volume;
    private final Set<String> taken;

    UsedPaths(FieldPath volume, Set<String> taken) {
      this.volume = volume;
      this.taken = taken;
    }

    void add(String path) {
      if (!path.isEmpty()) {
        addAlsoEmpty(path);
      }
    }

    void addAlsoEmpty(String path) {
      if (!taken.add(path)) {
        rules.errors().invalid(volume, "distinct-paths", "writes '" + path + "' more than once");
      }
    }
  }
}
