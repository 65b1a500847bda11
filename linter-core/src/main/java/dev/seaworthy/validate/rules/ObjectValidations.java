package dev.seaworthy.validate.rules;

import dev.seaworthy.api.crd.StructuralSchema;
import dev.seaworthy.cel.CelProgram;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.validate.field.CauseType;
import dev.seaworthy.validate.field.FieldError;
import dev.seaworthy.validate.field.Warning;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Asks the rules of a definition of an object. Rules about changes are asked where there was
 * something before; what did not hold before and did not change is only warned of. Safe for use by
 * several threads: what is compiled is kept.
 */
public final class ObjectValidations {

  private static final String ORIGIN = "x-kubernetes-validations";
  private static final int LONGEST_MESSAGE = 5 * 1024;

  private final RuleCompiler compiler = new RuleCompiler(ServerLibrary.expressions());

  /** What rules find. */
  public record Answer(List<FieldError> errors, List<Warning> warnings) {}

  /** What the rules say to {@code object}; {@code previous} is absent when it is created. */
  public Answer judge(StructuralSchema schema, Mapping object, Node previous) {
    Walk walk = new Walk();
    Ratchet ratchet = previous instanceof Mapping old ? new Ratchet(old, false) : Ratchet.NONE;
    walk.value(schema, true, object, ratchet, FieldPath.ROOT);
    return walk.answer;
  }

  /** What the rules say to a value that stands by itself, such as a default. */
  public List<FieldError> judgeValue(StructuralSchema schema, Node value) {
    Walk walk = new Walk();
    walk.value(schema, schema.embedded(), value, Ratchet.NONE, FieldPath.ROOT);
    return walk.answer.errors;
  }

  private final class Walk {

    private final Answer answer = new Answer(new ArrayList<>(), new ArrayList<>());

    void value(
        StructuralSchema schema, boolean isObject, Node value, Ratchet ratchet, FieldPath path) {
      if (!schema.hasValidations() || value.isAbsent()) {
        return;
      }
      if (schema.validations() > 0) {
        rules(schema, isObject, value, ratchet, path);
      }
      if (value instanceof Sequence list) {
        items(schema, list, ratchet, path);
      } else if (value instanceof Mapping mapping) {
        fields(schema, mapping, ratchet, path);
      }
    }

    private void items(StructuralSchema schema, Sequence list, Ratchet ratchet, FieldPath path) {
      StructuralSchema item = schema.items();
      for (int i = 0; item != null && i < list.size(); i++) {
        Node one = list.items().get(i);
        value(item, item.embedded(), one, ratchet.item(list, schema, one), path.index(i));
      }
    }

    private void fields(StructuralSchema schema, Mapping mapping, Ratchet ratchet, FieldPath path) {
      StructuralSchema additional = schema.additional();
      for (Mapping.Entry entry : mapping.entries()) {
        String key = entry.key();
        StructuralSchema property = schema.property(key);
        Ratchet inner = ratchet.key(mapping, key);
        if (property != null) {
          value(property, property.embedded(), entry.value(), inner, path.child(key));
        } else if (additional != null) {
          value(additional, additional.embedded(), entry.value(), inner, path.key(key));
        }
      }
    }

    private void rules(
        StructuralSchema schema, boolean isObject, Node value, Ratchet ratchet, FieldPath path) {
      Node before = ratchet.before();
      Object self = typed(schema, isObject, value);
      Object old = before == null || before.isAbsent() ? null : typed(schema, isObject, before);
      for (Rule rule : compiler.rules(schema, isObject)) {
        if (rule.usesOldSelf() && old == null && !rule.optionalOldSelf()) {
          continue;
        }
        rule(schema, rule, new Values(self, old), value, ratchet, path);
      }
    }

    private void rule(
        StructuralSchema schema,
        Rule rule,
        Values values,
        Node value,
        Ratchet ratchet,
        FieldPath path) {
      CelProgram program = rule.program();
      if (program == null) {
        add(CauseType.INVALID, path, "has a rule that is none: " + rule.problem());
        return;
      }
      try {
        if (Boolean.TRUE.equals(program.evaluate(values.variables(rule.optionalOldSelf())))) {
          return;
        }
      } catch (CelProgram.Failure failure) {
        add(
            CauseType.INVALID,
            path,
            "cannot be judged by the rule " + rule.text().strip() + ": " + failure.getMessage());
        return;
      }
      FieldPath field = blamed(schema, rule, path);
      String message = message(rule, values);
      if (!rule.usesOldSelf() && ratchet.forgives(value)) {
        answer.warnings.add(new Warning(field, ORIGIN, message));
      } else {
        add(rule.reason(), field, message);
      }
    }

    /** The field that the rule blames; of a map its key. */
    private FieldPath blamed(StructuralSchema schema, Rule rule, FieldPath path) {
      FieldPath field = path;
      StructuralSchema at = schema;
      for (String step : rule.fieldPath()) {
        StructuralSchema property = at == null ? null : at.property(step);
        boolean isKey = property == null && at != null && at.additional() != null;
        field = isKey ? field.key(step) : field.child(step);
        at = isKey && at != null ? at.additional() : property;
      }
      return field;
    }

    /** Of a rule about the whole object the server names no field. */
    private void add(CauseType type, FieldPath path, String message) {
      FieldError error = FieldError.of(type, path, ORIGIN, message);
      answer.errors.add(path.equals(FieldPath.ROOT) ? error.namedNowhere() : error);
    }
  }

  private static Object typed(StructuralSchema schema, boolean isObject, Node value) {
    return isObject ? TypedValues.ofObject(value, schema) : TypedValues.of(value, schema);
  }

  private static String message(Rule rule, Values values) {
    CelProgram program = rule.messageProgram();
    if (program == null) {
      return rule.told();
    }
    try {
      String message = String.valueOf(program.evaluate(values.variables(false))).strip();
      boolean isOne =
          !message.isEmpty() && message.indexOf('\n') < 0 && message.length() <= LONGEST_MESSAGE;
      return isOne ? message : rule.told();
    } catch (CelProgram.Failure failure) {
      return rule.told();
    }
  }

  /** A value and what it was; null where there was nothing. */
  private record Values(Object self, @Nullable Object old) {

    CelProgram.Variables variables(boolean oldIsOptional) {
      return name -> switch (name) {
        case RuleCompiler.SELF -> self;
        case RuleCompiler.OLD_SELF -> oldIsOptional ? Optional.ofNullable(old) : old;
        default -> null;
      };
    }
  }
}
