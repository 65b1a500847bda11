package dev.seaworthy.api.structure;

import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Where the compact form lies: in the product's own jar, or in a folder. */
interface CompactFiles {

  /** The content of a file such as {@code core/v1.bin}, or null if there is no such file. */
  @Nullable
  InputStream open(String file);

  /** What the build put beside the classes of this package. */
  final class OfProduct implements CompactFiles {
    @Override
    public @Nullable InputStream open(String file) {
      return OfProduct.class.getResourceAsStream(file);
    }
  }
}
