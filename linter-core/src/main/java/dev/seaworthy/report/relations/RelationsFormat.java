package dev.seaworthy.report.relations;

import dev.seaworthy.report.RelationsReport;
import java.io.PrintWriter;

/**
 * A form in which relations are shown. A new one is a class of this package, called by its name:
 * {@code DotFormat} is {@code -o dot}.
 */
public interface RelationsFormat {

  void write(RelationsReport relations, PrintWriter out);
}
