package dev.seaworthy;

import dev.seaworthy.api.Release;
import dev.seaworthy.api.remote.CacheFolder;
import dev.seaworthy.api.remote.RemoteFiles;
import dev.seaworthy.judge.OtherFiles;
import dev.seaworthy.judge.Placeholders;
import dev.seaworthy.judge.UndefinedKinds;
import dev.seaworthy.validate.admission.AdmissionSettings;
import dev.seaworthy.validate.admission.podsecurity.SecurityLevel;
import dev.seaworthy.validate.field.AddressFamilies;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What holds for the API server that judges, and for how its input is read. Each method gives settings
 * that differ in one point.
 */
final class JudgeSettings {

  private Release release = Release.NEWEST;
  private OtherFiles otherFiles = OtherFiles.SKIP;
  private Placeholders placeholders = Placeholders.UNKNOWN;
  private int threads = Runtime.getRuntime().availableProcessors();
  private List<String> schemaLocations = List.of();
  private List<String> crds = List.of();
  private List<String> policies = List.of();
  private UndefinedKinds undefinedKinds = UndefinedKinds.NOTE;
  private boolean results;
  private SecurityLevel podSecurity = SecurityLevel.PRIVILEGED;
  private AddressFamilies families = AddressFamilies.ASSUMED;
  private @Nullable Path cache;
  private boolean offline;

  private JudgeSettings() {}

  // Fields change only before a copy is handed out.
  private JudgeSettings(JudgeSettings other) {
    this.release = other.release;
    this.otherFiles = other.otherFiles;
    this.placeholders = other.placeholders;
    this.threads = other.threads;
    this.schemaLocations = other.schemaLocations;
    this.crds = other.crds;
    this.policies = other.policies;
    this.undefinedKinds = other.undefinedKinds;
    this.results = other.results;
    this.podSecurity = other.podSecurity;
    this.families = other.families;
    this.cache = other.cache;
    this.offline = other.offline;
  }

  static JudgeSettings usual() {
    return new JudgeSettings();
  }

  JudgeSettings withRelease(Release other) {
    JudgeSettings changed = new JudgeSettings(this);
    changed.release = other;
    return changed;
  }

  JudgeSettings withOtherFiles(OtherFiles other) {
    JudgeSettings changed = new JudgeSettings(this);
    changed.otherFiles = other;
    return changed;
  }

  JudgeSettings withPlaceholders(Placeholders other) {
    JudgeSettings changed = new JudgeSettings(this);
    changed.placeholders = other;
    return changed;
  }

  JudgeSettings withThreads(int other) {
    JudgeSettings changed = new JudgeSettings(this);
    changed.threads = other;
    return changed;
  }

  JudgeSettings withSchemaLocations(List<String> other) {
    JudgeSettings changed = new JudgeSettings(this);
    changed.schemaLocations = List.copyOf(other);
    return changed;
  }

  JudgeSettings withCrds(List<String> other) {
    JudgeSettings changed = new JudgeSettings(this);
    changed.crds = List.copyOf(other);
    return changed;
  }

  JudgeSettings withPolicies(List<String> other) {
    JudgeSettings changed = new JudgeSettings(this);
    changed.policies = List.copyOf(other);
    return changed;
  }

  JudgeSettings withUndefinedKinds(UndefinedKinds other) {
    JudgeSettings changed = new JudgeSettings(this);
    changed.undefinedKinds = other;
    return changed;
  }

  JudgeSettings withResults() {
    JudgeSettings changed = new JudgeSettings(this);
    changed.results = true;
    return changed;
  }

  JudgeSettings withPodSecurity(SecurityLevel other) {
    JudgeSettings changed = new JudgeSettings(this);
    changed.podSecurity = other;
    return changed;
  }

  JudgeSettings withFamilies(AddressFamilies other) {
    JudgeSettings changed = new JudgeSettings(this);
    changed.families = other;
    return changed;
  }

  JudgeSettings withCache(Path other) {
    JudgeSettings changed = new JudgeSettings(this);
    changed.cache = other;
    return changed;
  }

  JudgeSettings offline() {
    JudgeSettings changed = new JudgeSettings(this);
    changed.offline = true;
    return changed;
  }

  Release release() {
    return release;
  }

  OtherFiles otherFiles() {
    return otherFiles;
  }

  Placeholders placeholders() {
    return placeholders;
  }

  int threads() {
    return threads;
  }

  List<String> schemaLocations() {
    return schemaLocations;
  }

  List<String> crds() {
    return crds;
  }

  List<String> policies() {
    return policies;
  }

  UndefinedKinds undefinedKinds() {
    return undefinedKinds;
  }

  boolean results() {
    return results;
  }

  RemoteFiles remoteFiles() {
    return RemoteFiles.keptIn(cache == null ? CacheFolder.ofUser() : cache, offline);
  }

  AdmissionSettings admission() {
    return AdmissionSettings.USUAL.withPodSecurity(podSecurity).withFamilies(families);
  }
}
