package io.windrow.metrics.watch;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server of one answer at a time on a port of its own, that keeps what it is sent. */
final class WebhookServer implements AutoCloseable {

    /** What is sent back; null to send nothing and keep the connection. */
    @FunctionalInterface
    interface Answer {

        String to(int number) throws InterruptedException;
    }

    final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<Socket> held = new CopyOnWriteArrayList<>();
    private final ServerSocket server;
    private final Answer answer;
    private final Thread thread;

    WebhookServer(Answer answer) throws IOException {
        this.answer = answer;
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        thread = new Thread(this::serve, "webhook-server");
        thread.start();
    }

    static String status(int code) {
        return "HTTP/1.1 " + code + " word\r\nContent-Length: 0\r\n\r\n";
    }

    URI url(String rest) {
        return URI.create("http://127.0.0.1:" + server.getLocalPort() + rest);
    }

    @Override
    public void close() throws IOException {
        server.close();
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        for (Socket socket : held) {
            socket.close();
        }
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                requests.add(read(socket.getInputStream()));
                String text = answer.to(requests.size());
                if (text == null) {
                    held.add(socket);
                } else {
                    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
                    socket.close();
                }
            } catch (IOException | InterruptedException e) {
                continue;
            }
        }
    }

    private static String read(InputStream in) throws IOException {
        StringBuilder text = new StringBuilder();
        while (text.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException("a request must have a head: head=" + text);
            }
            text.append((char) next);
        }
        int at = text.indexOf("Content-Length: ") + "Content-Length: ".length();
        int length = Integer.parseInt(text.substring(at, text.indexOf("\r\n", at)));
        return text + new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }
}
