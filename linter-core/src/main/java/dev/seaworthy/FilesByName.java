package dev.seaworthy;

import dev.seaworthy.report.FileReport;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Hands on files that come in the order of their names, and others among them, in that order. */
final class FilesByName implements Consumer<FileReport> {

  private final List<FileReport> others;
  private int told;
  private final Consumer<FileReport> sink;

  FilesByName(List<FileReport> others, Consumer<FileReport> sink) {
    this.others = new ArrayList<>(others);
    this.others.sort((one, other) -> one.name().compareTo(other.name()));
    this.sink = sink;
  }

  @Override
  public void accept(FileReport file) {
    while (told < others.size() && others.get(told).name().compareTo(file.name()) < 0) {
      sink.accept(others.get(told++));
    }
    sink.accept(file);
  }

  /** No more files come. */
  void end() {
    others.subList(told, others.size()).forEach(sink);
  }
}
