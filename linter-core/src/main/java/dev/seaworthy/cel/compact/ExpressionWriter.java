package dev.seaworthy.cel.compact;

import dev.seaworthy.cel.CelFunction;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;

/** Writes expressions in the form that {@link ExpressionReader} reads: a letter, then the parts. */
final class ExpressionWriter {

  private final DataOutputStream out;

  ExpressionWriter(DataOutputStream out) {
    this.out = out;
  }

  void write(Expression expression) throws IOException {
    if (expression instanceof Constant constant) {
      out.writeByte('k');
      writeValue(constant.value());
    } else if (expression instanceof Variable variable) {
      out.writeByte('v');
      out.writeUTF(variable.name());
    } else if (expression instanceof Select select) {
      out.writeByte('s');
      out.writeUTF(select.way().name());
      out.writeUTF(select.field());
      write(select.operand());
    } else if (expression instanceof Call call) {
      write(call);
    } else if (expression instanceof ListOf list) {
      out.writeByte('l');
      writeAll(list.items());
    } else if (expression instanceof MapOf map) {
      out.writeByte('m');
      writeAll(map.keys());
      writeAll(map.values());
    } else {
      writeControl(expression);
    }
  }

  private void writeControl(Expression expression) throws IOException {
    if (expression instanceof Conditional conditional) {
      write('?', conditional.condition(), conditional.then(), conditional.otherwise());
    } else if (expression instanceof Connective connective) {
      write(connective.decisive() ? '|' : '&', connective.left(), connective.right());
    } else if (expression instanceof OptionalOr or) {
      write(or.givesValue() ? 'o' : 'O', or.optional(), or.otherwise());
    } else if (expression instanceof Match match) {
      write('r', match.text(), match.pattern());
    } else if (expression instanceof NotStrictlyFalse notFalse) {
      write('n', notFalse.operand());
    } else if (expression instanceof Growth growth) {
      write('g', growth.item());
      out.writeUTF(growth.list());
    } else if (expression instanceof Comprehension all) {
      write('c', all.range(), all.start(), all.condition(), all.step(), all.end());
      out.writeUTF(all.item());
      out.writeUTF(all.result());
    }
  }

  private void write(char letter, Expression... parts) throws IOException {
    out.writeByte(letter);
    for (Expression part : parts) {
      write(part);
    }
  }

  private void write(Call call) throws IOException {
    out.writeByte('f');
    out.writeUTF(call.function());
    out.writeByte(call.candidates().size());
    for (CelFunction candidate : call.candidates()) {
      out.writeUTF(candidate.overloadId());
    }
    out.writeUTF(call.operation().map(Operation::name).orElse(""));
    writeAll(call.arguments());
  }

  private void writeAll(List<Expression> expressions) throws IOException {
    out.writeShort(expressions.size());
    for (Expression expression : expressions) {
      write(expression);
    }
  }

  private void writeValue(Object value) throws IOException {
    if (value instanceof String text) {
      out.writeByte('s');
      out.writeUTF(text);
    } else if (value instanceof Long number) {
      out.writeByte('i');
      out.writeLong(number);
    } else if (value instanceof Double number) {
      out.writeByte('d');
      out.writeDouble(number);
    } else if (value instanceof Boolean truth) {
      out.writeByte('b');
      out.writeBoolean(truth);
    } else if (value instanceof Constant.TypeName type) {
      out.writeByte('t');
      out.writeUTF(type.name());
    } else if (value instanceof List<?> list) {
      out.writeByte('l');
      out.writeShort(list.size());
      for (Object item : list) {
        writeValue(item);
      }
    } else {
      out.writeByte('n');
    }
  }
}
