package io.throughline.host.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A program in the place of a product node: answers {@code /status}, remembers the requests made to it, and dies when told to.
 * Arguments: product, port, and optionally {@code dies} to end at once.
 */
final class PlantedNode {

    private PlantedNode() {}

    public static void main(String[] arguments) throws IOException {
        String product = arguments[0];
        System.out.println("planted " + product + " comes up");
        Console.ofThisProcess().say("hello from " + product);
        if (arguments.length > 2 && arguments[2].equals("dies")) {
            System.out.println("planted failure: no database");
            System.exit(3);
        }
        List<String> seen = Collections.synchronizedList(new ArrayList<>());
        HttpServer server = HttpServer.create(new InetSocketAddress("localhost", Integer.parseInt(arguments[1])), 0);
        server.createContext("/" + product, exchange -> {
            String path = exchange.getRequestURI().getPath().substring(product.length() + 1);
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            switch (path) {
                case "/status" -> answer(exchange, 200, "{\"state\":\"RUNNING\"}");
                case "/seen" -> answer(exchange, 200, String.join("\n", seen));
                case "/die" -> System.exit(7);
                case "/refused" -> answer(exchange, 409, "{\"errorMessages\":[\"planted refusal\"]}");
                default -> {
                    seen.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                            + exchange.getRequestHeaders().getFirst("Authorization") + " " + body);
                    answer(exchange, 201, "{\"key\":\"PLAN-1\",\"id\":17,\"calls\":" + seen.size() + "}");
                }
            }
        });
        server.start();
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
