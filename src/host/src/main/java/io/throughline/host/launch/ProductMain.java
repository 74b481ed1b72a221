package io.throughline.host.launch;

import java.time.Clock;
import java.util.ServiceLoader;
import java.util.concurrent.CountDownLatch;

/** The main class of one node's JVM: {@code --product jira --node-id 1} and the options of the demo. */
public final class ProductMain {

    private ProductMain() {}

    public static void main(String[] arguments) throws Exception {
        Options options = Options.parse(arguments);
        String wanted = options.product().orElseThrow(() -> new IllegalArgumentException("--product is missing"));
        Product product = ServiceLoader.load(Product.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(found -> found.id().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no product " + wanted));
        Platform platform = ServiceLoader.load(Platform.class)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no platform on the class path"));
        NodeRun node = NodeRun.start(options, product, platform, Clock.systemDefaultZone());
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            node.close();
            ended.countDown();
        }));
        ended.await();
    }
}
