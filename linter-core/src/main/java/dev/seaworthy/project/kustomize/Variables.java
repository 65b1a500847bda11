package dev.seaworthy.project.kustomize;

import dev.seaworthy.api.GroupVersionKind;
import dev.seaworthy.manifest.Absent;
import dev.seaworthy.manifest.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The {@code vars} of a build: values of fields that {@code $(NAME)} in others stands for in the end. */
final class Variables {

  /**
   * A variable.
   *
   * @param field the steps to the value in the object that has it
   * @param layer where it is declared
   * @param place where that is written
   */
  record Declared(String name, List<String> field, Layer layer, Node place) {}

  private static final Pattern ITEM = Pattern.compile("(.+)\\[(\\d{1,6})\\]");

  private final List<Declared> all = new ArrayList<>();

  List<Declared> all() {
    return all;
  }

  /** Those of what a kustomization is made of; {@code mention} is what names that. */
  void addAll(List<Declared> more, Mention mention) throws BuildFailure {
    for (Declared each : more) {
      add(each, mention);
    }
  }

  private void add(Declared variable, Mention mention) throws BuildFailure {
    if (all.stream().anyMatch(known -> known.name().equals(variable.name()))) {
      throw mention.failure("the variable " + variable.name()
          + " is declared twice, which kustomize refuses; give one of them another name");
    }
    all.add(variable);
  }

  /** Takes down those of {@code layer}, and which of {@code members} have their values. */
  void declare(Layer layer, Members members) throws BuildFailure {
    for (Node each : layer.get("vars").items()) {
      String name = each.get("name").text();
      List<Member> meant = members.ever(isMeant(each.get("objref")));
      if (meant.size() > 1) {
        throw layer.failure(
            "objref of the variable " + name + " fits " + meant.size() + " objects", each);
      }
      meant.forEach(member -> member.variables().add(name));
      String path = each.get("fieldref").get("fieldPath").text();
      List<String> field = steps(path.isEmpty() ? "metadata.name" : path);
      add(new Declared(name, field, layer, each), layer.mention(each));
    }
  }

  private static Predicate<ObjectId> isMeant(Node reference) {
    GroupVersionKind gvk = reference.get("apiVersion").isPresent()
        ? GroupVersionKind.of(
            reference.get("apiVersion").text(), reference.get("kind").text())
        : new GroupVersionKind(
            reference.get("group").text(),
            reference.get("version").text(),
            reference.get("kind").text());
    String name = reference.get("name").text();
    String namespace = reference.get("namespace").text();
    return id -> id.gvk().equals(gvk)
        && id.name().equals(name)
        && (namespace.isEmpty() || id.namespace().equals(namespace));
  }

  /** {@code spec.ports[0].port}; a key with dots is a step of its own in brackets. */
  private static List<String> steps(String path) {
    List<String> steps = new ArrayList<>();
    for (String step : path.split("(?<!\\\\)\\.(?![^\\[]*\\])")) {
      Matcher item = ITEM.matcher(step);
      if (item.matches()) {
        steps.add(item.group(1));
        steps.add(item.group(2));
      } else {
        boolean isKey = step.startsWith("[") && step.endsWith("]");
        steps.add((isKey ? step.substring(1, step.length() - 1) : step).replace("\\.", "."));
      }
    }
    return steps;
  }

  /** Writes the values where they are asked for, once all objects are called as they will be. */
  void fillIn(Workshop workshop, Members members) throws BuildFailure {
    Map<String, Node> values = new HashMap<>();
    for (Declared variable :
        all.stream().sorted(Comparator.comparing(Declared::name)).toList()) {
      Node value = value(variable, members);
      if (value.isPresent()) {
        values.put(variable.name(), value);
      } else if (workshop.isPartial()) {
        Mention mention = variable.layer().mention(variable.place());
        workshop.lacks(new Gap(
            mention.kustomization(),
            mention.place(),
            "the variable " + variable.name(),
            Gap.Kind.CHANGES,
            Optional.empty()));
      } else {
        throw variable
            .layer()
            .failure(
                "the variable " + variable.name()
                    + " is of an object, or a field of one, that is not there",
                variable.place());
      }
    }
    if (!values.isEmpty()) {
      write(new VariableTexts(values), workshop, members);
    }
  }

  private static void write(VariableTexts texts, Workshop workshop, Members members)
      throws BuildFailure {
    for (Member member : members.all()) {
      for (FieldRow row : workshop.fields().of(FieldStep.VARIABLES)) {
        if (row.concerns(member.id().gvk())) {
          member.set(Tree.changed(member.root(), row.path(), false, texts::filled));
        }
      }
      workshop
          .budget()
          .made(texts.made(), new Mention(member.file(), member.root().span()));
    }
  }

  private static Node value(Declared variable, Members members) {
    for (Member member : members.all()) {
      if (member.variables().contains(variable.name())) {
        Node found = member.root();
        for (String step : variable.field()) {
          found = found.isSequence() ? item(found, step) : found.get(step);
        }
        return found;
      }
    }
    return Absent.INSTANCE;
  }

  private static Node item(Node list, String step) {
    return step.matches("\\d{1,6}") && Integer.parseInt(step) < list.size()
        ? list.items().get(Integer.parseInt(step))
        : Absent.INSTANCE;
  }
}
