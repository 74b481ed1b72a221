package io.throughline.host.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.host.launch.Options;
import io.throughline.host.planted.FreePort;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
@Tag("slow")
class SupervisorTest {

    private static final Clock TODAY = Clock.fixed(Instant.parse("2026-06-15T12:00:00Z"), ZoneOffset.UTC);

    private final HttpClient http = HttpClient.newHttpClient();
    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
    private final List<Supervisor> started = new ArrayList<>();
    private int jiraPort;
    private int confluencePort;

    @TempDir
    Path data;

    @TempDir
    Path home;

    @BeforeEach
    void findPorts() {
        jiraPort = FreePort.find();
        do {
            confluencePort = FreePort.find();
        } while (confluencePort == jiraPort);
    }

    /** Those that die at once when they are started again. */
    private volatile List<String> dyingNow = List.of();

    /** Runs while the supervisor waits for its nodes to end. */
    private Runnable whenOneEnded = () -> {};

    @AfterEach
    void stopAll() {
        started.forEach(Supervisor::stop);
    }

    @Test
    void bothProductsComeUpAndTheirAddressesAndUsersAreTold() throws Exception {
        CompletableFuture<Integer> end = run(options());

        awaitScreen("Stop with Ctrl-C");

        assertThat(screen())
                .contains("http://localhost:" + jiraPort + "/jira")
                .contains("http://localhost:" + confluencePort + "/confluence")
                .contains("pmo")
                .contains("hello from jira");
        assertThat(Files.readString(data.resolve("logs/jira.log"))).contains("planted jira comes up");
        assertThat(end).isNotDone();
    }

    @Test
    void aStopEndsEveryNode() throws Exception {
        CompletableFuture<Integer> end = run(options());
        awaitScreen("Stop with Ctrl-C");

        started.get(0).stop();

        assertThat(end.get(30, TimeUnit.SECONDS)).isZero();
        assertThat(answers(jiraPort)).isFalse();
        assertThat(answers(confluencePort)).isFalse();
    }

    @Test
    void aNodeThatDiesWhileStartingIsNamedWithItsLastWordsAndTheOtherIsEnded() throws Exception {
        CompletableFuture<Integer> end = run(options(), "confluence");

        assertThat(end.get(30, TimeUnit.SECONDS)).isEqualTo(1);
        assertThat(screen())
                .contains("confluence ended by itself (exit code 3)")
                .contains("planted failure: no database")
                .contains("confluence.log");
        assertThat(answers(jiraPort)).isFalse();
    }

    @Test
    void aNodeThatDiesLaterIsStartedAgainAndTheOthersGoOn() throws Exception {
        CompletableFuture<Integer> end = run(options("--only", "jira", "--nodes", "2", "--db", "jdbc:planted"));
        awaitScreen("Stop with Ctrl-C");
        ask(jiraPort, "/jira/one");
        ask(jiraPort + 1, "/jira/two");

        assertThatThrownBy(() -> get("/jira/die")).isInstanceOf(IOException.class);
        awaitScreen("jira-1 is back");

        assertThat(screen()).contains("jira-1 ended by itself (exit code 7)").contains("Starting it again");
        assertThat(ask(jiraPort, "/jira/seen")).as("a new process").isEmpty();
        assertThat(ask(jiraPort + 1, "/jira/seen")).as("the same process").contains("/jira/two");
        assertThat(end).isNotDone();
    }

    @Test
    void aNodeThatCannotComeBackEndsTheDemo() throws Exception {
        CompletableFuture<Integer> end = run(options());
        awaitScreen("Stop with Ctrl-C");
        dyingNow = List.of("jira");

        assertThatThrownBy(() -> get("/jira/die")).isInstanceOf(IOException.class);

        assertThat(end.get(30, TimeUnit.SECONDS)).isEqualTo(1);
        assertThat(screen())
                .contains("jira ended by itself (exit code 7)")
                .contains("jira ended by itself (exit code 3)")
                .contains("planted failure: no database");
        assertThat(answers(confluencePort)).isFalse();
    }

    @Test
    void onlyOneProductIsStartedWhenAskedFor() throws Exception {
        run(options("--only", "jira"));

        awaitScreen("Stop with Ctrl-C");

        assertThat(screen()).contains("/jira").doesNotContain("/confluence");
        assertThat(data.resolve("logs/confluence.log")).doesNotExist();
    }

    @Test
    void severalNodesNeedADatabaseOfTheirOwn() throws Exception {
        assertThat(run(options("--nodes", "2")).get(30, TimeUnit.SECONDS)).isEqualTo(1);
        assertThat(screen()).contains("--nodes 2 needs --db");
    }

    @Test
    void nodesTakeConsecutivePortsOverOneDatabase() throws Exception {
        run(options("--only", "jira", "--nodes", "2", "--db", "jdbc:planted"));

        awaitScreen("Stop with Ctrl-C");

        assertThat(answers(jiraPort)).isTrue();
        assertThat(answers(jiraPort + 1)).isTrue();
        assertThat(data.resolve("logs/jira-2.log")).exists();
    }

    @Test
    void aPortThatIsTakenIsNamedBeforeAnythingStarts() throws Exception {
        try (ServerSocket other = new ServerSocket(jiraPort)) {
            assertThat(run(options()).get(30, TimeUnit.SECONDS)).isEqualTo(1);
        }

        assertThat(screen()).contains("port " + jiraPort + " is taken").contains("--jira-port");
        assertThat(data.resolve("logs")).doesNotExist();
    }

    @Test
    void oneFolderHoldsOneDemo() throws Exception {
        run(options());
        awaitScreen("Stop with Ctrl-C");

        assertThat(run(options()).get(30, TimeUnit.SECONDS)).isEqualTo(1);

        assertThat(screen()).contains("another demo is running jira");
    }

    @Test
    void theFolderIsHeldUntilTheLastNodeHasEnded() throws Exception {
        AtomicReference<String> refusal = new AtomicReference<>("claimed it");
        whenOneEnded = () -> {
            try (DataFolder taken = DataFolder.claim(data, List.of("jira", "confluence"), home)) {
                refusal.set("claimed it");
            } catch (IOException held) {
                refusal.set(held.getMessage());
            }
        };
        CompletableFuture<Integer> end = run(options());
        awaitScreen("Stop with Ctrl-C");

        dyingNow = List.of("jira");
        assertThatThrownBy(() -> get("/jira/die")).isInstanceOf(IOException.class);
        end.get(30, TimeUnit.SECONDS);

        assertThat(refusal.get()).contains("another demo is running jira");
    }

    @Test
    void twoDemosOfOneProductEachShareAFolder() throws Exception {
        run(options("--only", "jira"));
        awaitScreen("Stop with Ctrl-C");
        screen.reset();

        run(options("--only", "confluence", "--jira-url", "http://localhost:" + jiraPort + "/jira"));

        awaitScreen("Stop with Ctrl-C");
        assertThat(answers(jiraPort)).isTrue();
        assertThat(answers(confluencePort)).isTrue();
    }

    @Test
    void aSeedIsPlayedOnceIntoANewFolder() throws Exception {
        Path seed = Files.writeString(data.resolveSibling(data.getFileName() + "-seed.json"), """
                [{"product":"jira","method":"POST","path":"/plans","user":"pmo",
                  "body":{"start":"{{yearStart}}","end":"{{today+10d}}"},"capture":{"plan":"/key","id":"/id"}},
                 {"product":"jira","method":"POST","path":"/themes?of={{plan}}","user":"pmo","expect":[200,201],
                  "body":{"plan":"{{plan}}","link":"{{id}}","text":"on {{plan}}: {{monthEnd-1}}"}}]
                """);

        run(options("--only", "jira", "--seed", seed.toString()));
        awaitScreen("Stop with Ctrl-C");
        String seen = get("/jira/seen");
        String pmo = Base64.getEncoder().encodeToString("pmo:pmo".getBytes(StandardCharsets.UTF_8));

        assertThat(seen.lines())
                .containsExactly(
                        "POST /jira/plans Basic " + pmo + " {\"start\":\"2026-01-01\",\"end\":\"2026-06-25\"}",
                        "POST /jira/themes?of=PLAN-1 Basic " + pmo
                                + " {\"plan\":\"PLAN-1\",\"link\":17,\"text\":\"on PLAN-1: 2026-05-31\"}");

        started.get(0).stop();
        screen.reset();
        run(options("--only", "jira", "--seed", seed.toString()));
        awaitScreen("Stop with Ctrl-C");
        assertThat(get("/jira/seen")).isEmpty();
    }

    @Test
    void requestsOfAProductThatDoesNotRunAreLeftOutWithAllThatNeedsThem() throws Exception {
        Path seed = Files.writeString(data.resolveSibling(data.getFileName() + "-seed.json"), """
                [{"product":"confluence","method":"POST","path":"/page","capture":{"page":"/id"}},
                 {"product":"jira","method":"POST","path":"/link?to={{page}}"},
                 {"product":"jira","method":"POST","path":"/alone"}]
                """);

        run(options("--only", "jira", "--seed", seed.toString()));
        awaitScreen("Stop with Ctrl-C");

        assertThat(get("/jira/seen")).isEqualTo("POST /jira/alone null ");
    }

    @Test
    void anEmptyStartPlaysNoSeed() throws Exception {
        Path seed = Files.writeString(
                data.resolveSibling(data.getFileName() + "-seed.json"),
                "[{\"product\":\"jira\",\"path\":\"/refused\"}]");

        run(options("--only", "jira", "--empty", "--seed", seed.toString()));

        awaitScreen("Stop with Ctrl-C");
    }

    @Test
    void aSeedThatIsRefusedEndsTheStartAndSaysWhere() throws Exception {
        Path seed = Files.writeString(
                data.resolveSibling(data.getFileName() + "-seed.json"),
                "{\"requests\":[{\"product\":\"jira\",\"method\":\"POST\",\"path\":\"/refused\",\"body\":{}}]}");

        int code = run(options("--only", "jira", "--seed", seed.toString())).get(30, TimeUnit.SECONDS);

        assertThat(code).isEqualTo(1);
        assertThat(screen()).contains("request 1: POST /refused answered 409").contains("planted refusal");
    }

    private Options options(String... more) {
        List<String> line = new ArrayList<>(List.of(
                "--jira-port", "" + jiraPort, "--confluence-port", "" + confluencePort, "--data", data.toString()));
        line.addAll(List.of(more));
        return Options.parse(line);
    }

    private List<String> plantedNode(String product, int id, String... dying) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:TieredStopAtLevel=1",
                "-D" + Console.SUPERVISED + "=true",
                "-cp",
                System.getProperty("java.class.path"),
                PlantedNode.class.getName(),
                product,
                "" + ((product.equals("jira") ? jiraPort : confluencePort) + id - 1)));
        if (List.of(dying).contains(product)) {
            command.add("dies");
        }
        return command;
    }

    private CompletableFuture<Integer> run(Options options, String... dying) {
        Supervisor.Launcher launcher = new Supervisor.Launcher() {
            @Override
            public List<String> command(String product, int id) {
                return plantedNode(product, id, dying);
            }

            @Override
            public List<String> again(String product, int id) {
                return plantedNode(product, id, dyingNow.toArray(String[]::new));
            }

            @Override
            public void ended(String product, int id) {
                whenOneEnded.run();
            }
        };
        Terminal terminal = new Terminal(new PrintStream(screen, true, StandardCharsets.UTF_8), false);
        Supervisor supervisor = new Supervisor(options, home, launcher, terminal, TODAY);
        started.add(supervisor);
        return CompletableFuture.supplyAsync(() -> {
            try {
                return supervisor.run();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private void awaitScreen(String text) throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!screen().contains(text)) {
            assertThat(System.nanoTime()).as("the screen says: " + screen()).isLessThan(deadline);
            Thread.sleep(50);
        }
    }

    private String screen() {
        return screen.toString(StandardCharsets.UTF_8);
    }

    private boolean answers(int port) throws InterruptedException {
        return new StatusProbe(URI.create("http://localhost:" + port + "/jira")).isRunning()
                || new StatusProbe(URI.create("http://localhost:" + port + "/confluence")).isRunning();
    }

    private String get(String path) throws Exception {
        return ask(jiraPort, path);
    }

    private String ask(int port, String path) throws Exception {
        URI address = URI.create("http://localhost:" + port + path);
        return http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
