package dev.seaworthy;

import dev.seaworthy.report.FileReport;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/** Hands on files that come in the order of their names, and others among them, in that order. */
final class FilesByName implements Consumer<FileReport> {

  private final Deque<FileReport> others;
  private final Consumer<FileReport> sink;

  FilesByName(List<FileReport> others, Consumer<FileReport> sink) {
    List<FileReport> sorted = new ArrayList<>(others);
    sorted.sort((one, other) -> one.name().compareTo(other.name()));
    this.others = new ArrayDeque<>(sorted);
    this.sink = sink;
  }

  @Override
  public void accept(FileReport file) {
    while (!others.isEmpty() && others.peek().name().compareTo(file.name()) < 0) {
      sink.accept(others.remove());
    }
    sink.accept(file);
  }

  /** No more files come. */
  void end() {
    others.forEach(sink);
    others.clear();
  }
}
