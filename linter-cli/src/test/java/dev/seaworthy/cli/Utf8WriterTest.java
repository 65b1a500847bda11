package dev.seaworthy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class Utf8WriterTest {

  private static final String TEXT = "plain, größer, 日本, 😀 and 👩‍🚀";

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final Utf8Writer writer = new Utf8Writer(bytes);

  @Test
  void aTextIsWrittenInUtf8() throws IOException {
    writer.write(TEXT);
    writer.write(TEXT.toCharArray());

    assertThat(written()).isEqualTo(TEXT + TEXT);
  }

  @Test
  void aCharacterMayComeInTwoHalves() throws IOException {
    for (int i = 0; i < TEXT.length(); i++) {
      writer.write(TEXT.charAt(i));
    }

    assertThat(written()).isEqualTo(TEXT);
  }

  @Test
  void halfACharacterIsAQuestionMark() throws IOException {
    writer.write("a\uD83D");
    writer.write("b\uDE00c\uD83D");

    assertThat(written()).isEqualTo("a?b?c?");
  }

  @Test
  void nothingIsKeptBackWhenItIsFlushed() throws IOException {
    writer.write("now");
    writer.flush();

    assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo("now");
  }

  private String written() throws IOException {
    writer.close();
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
