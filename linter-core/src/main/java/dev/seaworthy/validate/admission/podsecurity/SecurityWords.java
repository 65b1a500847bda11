package dev.seaworthy.validate.admission.podsecurity;

import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.validate.field.FieldError;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Violations as the server puts them: events and conditions of controllers carry these words. Of the
 * controls that are seldom met only the name is the server's.
 */
public final class SecurityWords {

  private static final Pattern CONTAINER =
      Pattern.compile("(initContainers|containers|ephemeralContainers)\\[(\\d+)]");
  private static final Pattern VOLUME = Pattern.compile("volumes\\[(\\d+)]");

  private final SecurityLevel level;
  private final Node pod;

  private SecurityWords(SecurityLevel level, Node pod) {
    this.level = level;
    this.pod = pod;
  }

  /** What {@code pod} violates, control by control in the server's order. */
  public static String of(List<FieldError> violations, SecurityDemand demand, Node pod) {
    SecurityWords words = new SecurityWords(demand.level(), pod);
    Map<String, List<FieldError>> byControl =
        new TreeMap<>(violations.stream().collect(Collectors.groupingBy(FieldError::origin)));
    return byControl.entrySet().stream()
        .map(entry -> words.control(entry.getKey(), entry.getValue()))
        .collect(Collectors.joining(", "));
  }

  private boolean isRestricted() {
    return level == SecurityLevel.RESTRICTED;
  }

  private String control(String name, List<FieldError> found) {
    return switch (name) {
      case "allowPrivilegeEscalation" ->
        "allowPrivilegeEscalation != false ("
            + containers(found)
            + " must set securityContext.allowPrivilegeEscalation=false)";
      case "capabilities" ->
        (isRestricted() ? "unrestricted" : "non-default") + " capabilities (" + capabilities(found)
            + ")";
      case "hostNamespaces" ->
        "host namespaces (" + joined(found, one -> lastStep(one) + "=true", ", ") + ")";
      case "volumes" -> volumes(found);
      case "hostPort" -> "hostPort (" + hostPorts(found) + ")";
      case "privileged" ->
        "privileged (" + containers(found) + " must not set securityContext.privileged=true)";
      case "runAsNonRoot" -> "runAsNonRoot != true (" + nonRoot(found) + ")";
      case "runAsUser" -> "runAsUser=0 (" + setters(found) + " must not set runAsUser=0)";
      case "seccompProfile" -> "seccompProfile (" + seccomp(found) + ")";
      case "sysctls" -> "forbidden sysctls (" + joined(found, this::written, ", ") + ")";
      default -> name + " (" + joined(found, one -> one.place() + " " + one.message(), "; ") + ")";
    };
  }

  private String capabilities(List<FieldError> found) {
    List<FieldError> missing = where(found, one -> lastStep(one).equals("drop"));
    List<FieldError> added = where(found, one -> !lastStep(one).equals("drop"));
    String drop = missing.isEmpty()
        ? ""
        : containers(missing) + " must set securityContext.capabilities.drop=[\"ALL\"]";
    String add = added.isEmpty()
        ? ""
        : containers(added)
            + " must not include "
            + quoted(added, this::written)
            + " in securityContext.capabilities.add";
    return drop + (drop.isEmpty() || add.isEmpty() ? "" : "; ") + add;
  }

  private String volumes(List<FieldError> found) {
    String names = noun("volume", found.size()) + " " + quoted(found, this::volume);
    if (!isRestricted()) {
      return "hostPath volumes (" + names + ")";
    }
    long types = found.stream().map(SecurityWords::lastStep).distinct().count();
    return "restricted volume types ("
        + names + " " + verb(found.size()) + " " + noun("restricted volume type", types)
        + " " + quoted(found, SecurityWords::lastStep) + ")";
  }

  private String hostPorts(List<FieldError> found) {
    String ports = joined(found, this::written, ", ");
    long containers = found.stream().map(this::container).distinct().count();
    return containers(found) + " " + verb(containers) + " "
        + noun("hostPort", ports.split(", ", -1).length) + " " + ports;
  }

  private String nonRoot(List<FieldError> found) {
    List<FieldError> explicit = where(found, one -> !written(one).isEmpty());
    return explicit.isEmpty()
        ? "pod or " + containers(found) + " must set securityContext.runAsNonRoot=true"
        : setters(explicit) + " must not set securityContext.runAsNonRoot=false";
  }

  private String seccomp(List<FieldError> found) {
    List<FieldError> explicit = where(found, one -> !written(one).isEmpty());
    return explicit.isEmpty()
        ? "pod or " + containers(found)
            + " must set securityContext.seccompProfile.type to \"RuntimeDefault\" or \"Localhost\""
        : setters(explicit)
            + " must not set securityContext.seccompProfile.type to "
            + quoted(explicit, this::written);
  }

  /** {@code pod and container "web"}. */
  private String setters(List<FieldError> found) {
    List<FieldError> ofContainers = where(found, one -> !container(one).isEmpty());
    boolean ofPod = ofContainers.size() < found.size();
    return (ofPod ? "pod" : "")
        + (ofPod && !ofContainers.isEmpty() ? " and " : "")
        + (ofContainers.isEmpty() ? "" : containers(ofContainers));
  }

  private String containers(List<FieldError> found) {
    List<String> names = found.stream().map(this::container).distinct().toList();
    return noun("container", names.size()) + " \"" + String.join("\", \"", names) + "\"";
  }

  private String container(FieldError violation) {
    Matcher place = CONTAINER.matcher(violation.place().toString());
    return place.find()
        ? pod.at("spec", place.group(1))
            .get(Integer.parseInt(place.group(2)))
            .get("name")
            .text()
        : "";
  }

  private String volume(FieldError violation) {
    Matcher place = VOLUME.matcher(violation.place().toString());
    return place.find()
        ? pod.at("spec", "volumes")
            .get(Integer.parseInt(place.group(1)))
            .get("name")
            .text()
        : "";
  }

  /** What is written at the place; empty if nothing is. */
  private String written(FieldError violation) {
    return pod.at(violation.place()) instanceof Scalar scalar ? scalar.value() : "";
  }

  private static String lastStep(FieldError violation) {
    return violation.place().lastStep();
  }

  private static List<FieldError> where(List<FieldError> found, Predicate<FieldError> condition) {
    return found.stream().filter(condition).toList();
  }

  private static String joined(
      List<FieldError> found, Function<FieldError, String> word, String between) {
    return found.stream().map(word).distinct().collect(Collectors.joining(between));
  }

  private static String quoted(List<FieldError> found, Function<FieldError, String> word) {
    return "\"" + joined(found, word, "\", \"") + "\"";
  }

  private static String noun(String singular, long count) {
    return count == 1 ? singular : singular + "s";
  }

  private static String verb(long count) {
    return count == 1 ? "uses" : "use";
  }
}
