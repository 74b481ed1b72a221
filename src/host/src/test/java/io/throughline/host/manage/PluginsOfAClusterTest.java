package io.throughline.host.manage;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.host.db.TestPostgres;
import io.throughline.host.planted.HelloPlugin;
import io.throughline.host.planted.PlainProduct;
import io.throughline.host.planted.TestNode;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an administrator does to an app on one node, the other running node of the database does too. */
@Tag("slow")
class PluginsOfAClusterTest {
    /** Far more than it takes; the test ends as soon as it is so. */
    private static final long PATIENCE_MILLIS = 60_000;

    @TempDir
    private static Path folder;

    private static TestNode one;
    private static TestNode two;

    @BeforeAll
    static void start() throws Exception {
        System.setProperty(PluginManagerTest.UPLOAD, "true");
        String database = TestPostgres.newDatabase();
        one = TestNode.start(PlainProduct.likeJira(), folder, "--db", database, "--nodes", "2", "--node-id", "1");
        two = one.beside(PlainProduct.likeJira(), "--db", database, "--nodes", "2", "--node-id", "2");
        one.install(HelloPlugin.plugin());
        two.install(HelloPlugin.plugin());
    }

    @AfterAll
    static void stop() {
        System.clearProperty(PluginManagerTest.UPLOAD);
        two.close();
        one.close();
    }

    @Test
    void disablingAndEnablingOnOneNodeReachesTheOther() throws Exception {
        act("action=disable&plugin=" + HelloPlugin.KEY);
        eventually(() -> status("/rest/hello/1.0/greeting") == 404);

        act("action=enable&plugin=" + HelloPlugin.KEY);
        eventually(() -> status("/rest/hello/1.0/greeting") == 200);

        act("action=disable-module&plugin=" + HelloPlugin.KEY + "&module=hello-servlet");
        eventually(() -> status("/plugins/servlet/hello/x") == 404);
        assertThat(status("/rest/hello/1.0/greeting")).isEqualTo(200);

        act("action=enable-module&plugin=" + HelloPlugin.KEY + "&module=hello-servlet");
        eventually(() -> status("/plugins/servlet/hello/x") == 200);
    }

    @Test
    void whatIsUploadedUpgradedAndUninstalledOnOneNodeReachesTheOther() throws Exception {
        upload("1.0.0", "old");
        eventually(() -> version().equals("old"));

        upload("1.1.0", "new");
        eventually(() -> version().equals("new"));

        act("action=uninstall&plugin=" + PluginManagerTest.KEY);
        eventually(() -> status("/plugins/servlet/version") == 404);

        upload("1.1.0", "again");
        eventually(() -> version().equals("again"));
    }

    private static void upload(String version, String answer) throws Exception {
        Path jar =
                one.signer().sign(PluginManagerTest.versioned(version, answer).build(folder));
        assertThat(PluginManagerTest.upload(one, jar, true).statusCode()).isEqualTo(200);
    }

    private static void act(String form) throws Exception {
        assertThat(one.post("admin", PluginManagerPage.PATH, form, "Content-Type", "application/x-www-form-urlencoded")
                        .statusCode())
                .isEqualTo(200);
    }

    private static int status(String path) throws Exception {
        return two.getAs("pmo", path).statusCode();
    }

    private static String version() throws Exception {
        return two.getAs("pmo", "/plugins/servlet/version").body();
    }

    private static void eventually(Callable<Boolean> isSo) throws Exception {
        long end = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (!isSo.call() && System.currentTimeMillis() < end) {
            Thread.sleep(100);
        }
        assertThat(isSo.call()).isTrue();
    }
}
