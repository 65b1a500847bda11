package dev.seaworthy.cel.compact;

import dev.seaworthy.cel.CelFunction;
import dev.seaworthy.cel.PlainValues;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads expressions that {@link ExpressionWriter} wrote. */
final class ExpressionReader {

  private final DataInputStream in;
  private final Function<String, CelFunction> functions;

  /** {@code functions} gives ours by the ids of their overloads. */
  ExpressionReader(DataInputStream in, Function<String, CelFunction> functions) {
    this.in = in;
    this.functions = functions;
  }

  Expression read() throws IOException {
    char letter = (char) in.readByte();
    return switch (letter) {
      case 'k' -> new Constant(readValue());
      case 'v' -> new Variable(readName());
      case 's' -> readSelect();
      case 'f' -> readCall();
      case 'l' -> new ListOf(readAll());
      case 'm' -> new MapOf(readAll(), readAll());
      case '?' -> new Conditional(read(), read(), read());
      case '|', '&' -> new Connective(letter == '|', read(), read());
      case 'o', 'O' -> new OptionalOr(letter == 'o', read(), read());
      case 'r' -> new Match(read(), read());
      case 'n' -> new NotStrictlyFalse(read());
      case 'g' -> readGrowth();
      case 'c' -> readComprehension();
      default -> throw new IOException("no expression begins with " + letter);
    };
  }

  private Expression readSelect() throws IOException {
    Select.Way way = Select.Way.valueOf(in.readUTF());
    String field = readName();
    return new Select(way, read(), field);
  }

  private Expression readCall() throws IOException {
    String function = in.readUTF();
    int count = in.readByte();
    List<CelFunction> candidates = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      candidates.add(functions.apply(in.readUTF()));
    }
    String operation = in.readUTF();
    return new Call(
        function,
        candidates,
        operation.isEmpty() ? Optional.empty() : Optional.of(Operation.valueOf(operation)),
        readAll());
  }

  private Expression readGrowth() throws IOException {
    Expression item = read();
    return new Growth(readName(), item);
  }

  private Expression readComprehension() throws IOException {
    Expression range = read();
    Expression start = read();
    Expression condition = read();
    Expression step = read();
    Expression end = read();
    String item = readName();
    return new Comprehension(item, range, readName(), start, condition, step, end);
  }

  /** A name as the very text that variables and keys of files have, which makes these easy to find. */
  private String readName() throws IOException {
    return in.readUTF().intern();
  }

  private List<Expression> readAll() throws IOException {
    int count = in.readShort();
    List<Expression> all = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      all.add(read());
    }
    return all;
  }

  private Object readValue() throws IOException {
    return switch ((char) in.readByte()) {
      case 's' -> in.readUTF();
      case 'i' -> in.readLong();
      case 'd' -> in.readDouble();
      case 'b' -> in.readBoolean();
      case 't' -> new Constant.TypeName(in.readUTF());
      case 'l' -> readList();
      default -> PlainValues.Null.NULL;
    };
  }

  private List<Object> readList() throws IOException {
    int count = in.readShort();
    List<Object> list = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      list.add(readValue());
    }
    return List.copyOf(list);
  }
}
