package dev.seaworthy.graph;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.GroupVersionKind;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Node;
import java.util.List;

/**
 * A field that names objects.
 *
 * @param at the way to what holds the name, from the object or from its pod spec
 * @param name the field with the name; empty if the name itself stands at {@code at}
 * @param targetGroup the group of what is named, or {@code {field|otherwise}} if a field says it;
 *     that may be an apiVersion, too
 * @param targetKind the kind of what is named, or the field that says it
 * @param namespace the field that says the namespace; {@code {path}} and {@code {host}} if the name
 *     itself does, as in {@code istio-system/mesh} and {@code web.shop.svc}; empty for the own one
 * @param when {@code field=value} or {@code field!=value}: places where that does not hold name
 *     nothing of this kind
 */
public record ReferenceRow(
    PathPattern at,
    String name,
    String targetGroup,
    String targetKind,
    String namespace,
    String when) {

  private static final String PATH = "{path}";
  private static final String HOST = "{host}";

  /** Reads the columns of a table from the third on. */
  static ReferenceRow of(List<String> columns) {
    return new ReferenceRow(
        PathPattern.parse(columns.get(2)),
        columns.get(3),
        columns.get(4),
        columns.get(5),
        columns.get(6),
        columns.size() > 7 ? columns.get(7) : "");
  }

  /** Adds what {@code object} names here, looked for from {@code start} on. */
  void collect(
      InputObject object, FieldPath start, Identities identities, List<Reference> references) {
    for (PathPattern.Place place : at.places(object.at(start), start)) {
      Node holder = place.value();
      String written = name.isEmpty() ? holder.text() : holder.get(name).text();
      if (!written.isEmpty() && holds(holder)) {
        FieldPath path = name.isEmpty() ? place.path() : place.path().child(name);
        add(object, path, holder, written, identities, references);
      }
    }
  }

  private void add(
      InputObject object,
      FieldPath path,
      Node holder,
      String written,
      Identities identities,
      List<Reference> references) {
    GroupKind target = identities.canonical(target(holder));
    Name read = read(written, holder);
    if (read.name().isEmpty() || target.kind().isEmpty()) {
      return;
    }
    boolean cluster = identities.isClusterScoped(target);
    String where = read.namespace().isEmpty()
        ? identities.namespaceOf(object)
        : identities.namespace(read.namespace());
    references.add(new Reference(
        object,
        path,
        target,
        cluster ? "" : where,
        !cluster && !read.namespace().isEmpty(),
        read.name(),
        holder.get("optional").isTrue()));
  }

  private boolean holds(Node holder) {
    int equals = when.indexOf('=');
    if (equals < 0) {
      return true;
    }
    boolean negated = equals > 0 && when.charAt(equals - 1) == '!';
    Node field = holder.get(when.substring(0, negated ? equals - 1 : equals));
    String value = field.isString() ? field.text() : field.isAbsent() ? "" : field.toJson();
    return value.equals(when.substring(equals + 1)) != negated;
  }

  private GroupKind target(Node holder) {
    String kind = said(targetKind, holder);
    String group = said(targetGroup, holder);
    return group.contains("/") || targetGroup.startsWith("{apiVersion")
        ? GroupVersionKind.of(group, kind).groupKind()
        : GroupKind.of(group, kind);
  }

  /** The text itself, or the value of the field that it names. */
  private static String said(String text, Node holder) {
    if (!text.startsWith("{")) {
      return text;
    }
    int bar = text.indexOf('|');
    int end = text.length() - 1;
    String field = text.substring(1, bar < 0 ? end : bar);
    return holder.get(field).stringOr(bar < 0 ? "" : text.substring(bar + 1, end));
  }

  /** A name with the namespace that is written with it; empty where none is. */
  private record Name(String namespace, String name) {}

  private Name read(String written, Node holder) {
    return switch (namespace) {
      case "" -> new Name("", written);
      case PATH -> ofPath(written);
      case HOST -> ofHost(written);
      default -> new Name(holder.get(namespace).text(), written);
    };
  }

  /** {@code mesh} alone is no object. */
  private static Name ofPath(String written) {
    int slash = written.indexOf('/');
    if (slash < 0) {
      return new Name("", written.equals("mesh") ? "" : written);
    }
    return new Name(written.substring(0, slash), written.substring(slash + 1));
  }

  /** {@code web}, {@code web.shop} and {@code web.shop.svc.cluster.local}; others lie outside. */
  private static Name ofHost(String written) {
    String[] parts = written.split("\\.");
    boolean inside = parts.length == 1 || (parts.length > 2 && parts[2].equals("svc"));
    if (!inside || written.startsWith("*")) {
      return new Name("", "");
    }
    return new Name(parts.length == 1 ? "" : parts[1], parts[0]);
  }
}
