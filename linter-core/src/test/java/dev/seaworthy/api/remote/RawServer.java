package dev.seaworthy.api.remote;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A server on this machine that answers with any text, and then hangs up or says no more. */
final class RawServer implements Closeable {

  private final ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
  private final List<Socket> open = new ArrayList<>();
  private final String answer;
  private final boolean staysSilent;

  RawServer(String answer, boolean staysSilent) throws IOException {
    this.answer = answer;
    this.staysSilent = staysSilent;
    Thread thread = new Thread(this::serve);
    thread.setDaemon(true);
    thread.start();
  }

  String url() {
    return "http://127.0.0.1:" + socket.getLocalPort() + "/crd.yaml";
  }

  private void serve() {
    try {
      while (!socket.isClosed()) {
        Socket one = socket.accept();
        open.add(one);
        one.getInputStream().read(new byte[1 << 12]);
        one.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
        one.getOutputStream().flush();
        if (!staysSilent) {
          one.close();
        }
      }
    } catch (IOException closed) {
      return;
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
    for (Socket one : open) {
      one.close();
    }
  }
}
