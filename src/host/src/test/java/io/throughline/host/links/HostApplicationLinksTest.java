package io.throughline.host.links;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.atlassian.applinks.api.ApplicationLink;
import com.atlassian.applinks.api.ApplicationLinkRequest;
import com.atlassian.applinks.api.ApplicationLinkResponseHandler;
import com.atlassian.applinks.api.CredentialsRequiredException;
import com.atlassian.applinks.api.application.confluence.ConfluenceApplicationType;
import com.atlassian.applinks.api.application.jira.JiraApplicationType;
import com.atlassian.sal.api.net.Request.MethodType;
import com.atlassian.sal.api.net.Response;
import com.atlassian.sal.api.net.ResponseConnectTimeoutException;
import com.atlassian.sal.api.net.ResponseException;
import com.atlassian.sal.api.net.ResponseReadTimeoutException;
import com.atlassian.sal.api.net.ResponseStatusException;
import com.atlassian.sal.api.net.ResponseTransportException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class HostApplicationLinksTest {

    private final LinkTokens tokens =
            new LinkTokens("a secret of sufficient length".getBytes(StandardCharsets.UTF_8), Clock.systemUTC());
    private final List<String> callers = new CopyOnWriteArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private Optional<String> viewer = Optional.of("exec");
    private HttpServer jira;
    private HttpServer elsewhere;
    private String jiraUrl;
    private ApplicationLink link;

    @BeforeEach
    void startJira() throws IOException {
        jira = server(this::answerAsJira);
        elsewhere = server(exchange -> {
            callers.add("elsewhere " + exchange.getRequestHeaders().getFirst(LinkTokens.HEADER));
            answer(exchange, 200, "a login page");
        });
        jiraUrl = "http://localhost:" + jira.getAddress().getPort() + "/jira";
        link = linkTo(jiraUrl);
    }

    @AfterEach
    void stopJira() {
        end.countDown();
        jira.stop(0);
        elsewhere.stop(0);
    }

    @Test
    void aCallIsMadeAsTheViewingUser() throws Exception {
        assertThat(request("rest/api/2/myself").execute()).isEqualTo("you are exec");

        viewer = Optional.of("dev");
        assertThat(request("rest/api/2/myself").execute()).isEqualTo("you are dev");
    }

    @Test
    void theUserIsTheOneWhoCreatedTheRequestNotTheOneWhoExecutesIt() throws Exception {
        ApplicationLinkRequest request = request("rest/api/2/myself");

        viewer = Optional.of("outsider");

        assertThat(request.execute()).isEqualTo("you are exec");
    }

    @Test
    void anAnonymousViewerHasToLogInAndIsToldWhere() {
        viewer = Optional.empty();

        assertThatExceptionOfType(CredentialsRequiredException.class)
                .isThrownBy(() -> request("rest/api/2/myself"))
                .satisfies(needed -> assertThat(needed.getAuthorisationURI(URI.create("http://c/page?a=b")))
                        .hasToString(
                                "http://confluence.test/confluence/plugins/servlet/applinks/oauth/login-dance/authorize"
                                        + "?applicationLinkID=" + link.getId().get()
                                        + "&redirectUrl=http%3A%2F%2Fc%2Fpage%3Fa%3Db"));
        assertThat(callers).isEmpty();
    }

    @Test
    void absoluteAddressesWithinTheLinkAreTaken() throws Exception {
        assertThat(request(jiraUrl + "/rest/api/2/myself").execute()).isEqualTo("you are exec");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/rest/api/2/myself", "http://elsewhere.test/jira/rest", "../confluence/rest", "rest/../../x"})
    void addressesOutsideOfTheLinkAreACallersMistake(String url) {
        assertThatIllegalArgumentException().isThrownBy(() -> request(url));
    }

    @Test
    void anAddressThatOnlyBeginsLikeTheLinkIsOutside() {
        assertThatIllegalArgumentException().isThrownBy(() -> request(jiraUrl + "-evil/rest"));
        assertThatIllegalArgumentException().isThrownBy(() -> request(jiraUrl.replace("/jira", "0/jira/rest")));
    }

    @Test
    void everyStatusReachesAHandlerButExecuteAsTextRefusesErrors() throws Exception {
        assertThat(request("status/503").executeAndReturn(Response::getStatusCode))
                .isEqualTo(503);
        assertThat(request("status/503").executeAndReturn(Response::getResponseBodyAsString))
                .isEqualTo("status 503");

        assertThatExceptionOfType(ResponseStatusException.class)
                .isThrownBy(() -> request("status/503").execute())
                .withMessageContaining("503");
    }

    @Test
    void aRefusedIdentityIsTheNeedForCredentials() throws Exception {
        ApplicationLinkResponseHandler<String> handler = new ApplicationLinkResponseHandler<>() {
            @Override
            public String credentialsRequired(Response response) {
                return "ask the user";
            }

            @Override
            public String handle(Response response) throws ResponseException {
                return response.getResponseBodyAsString();
            }
        };

        assertThat(request("status/401").execute(handler)).isEqualTo("ask the user");
        assertThat(post("status/401", "{}").execute(handler)).isEqualTo("ask the user");
        assertThat(request("status/200").execute(handler)).isEqualTo("status 200");
    }

    @Test
    void aBodyIsSentOnceWithItsHeaders() throws Exception {
        String seen = post("echo", "{\"ü\":1}").setHeader("X-One", "1").execute();

        assertThat(seen).isEqualTo("POST application/json 1 {\"ü\":1}");
        assertThat(callers).hasSize(1);
    }

    @Test
    void redirectsAreFollowedWithinTheLinkButNeverOutOfIt() throws Exception {
        assertThat(request("moved").execute()).isEqualTo("you are exec");

        assertThat(request("login").executeAndReturn(Response::getStatusCode)).isEqualTo(302);
        assertThat(callers).noneMatch(caller -> caller.startsWith("elsewhere"));

        assertThat(request("moved").setFollowRedirects(false).executeAndReturn(Response::getStatusCode))
                .isEqualTo(301);
        assertThat(request("circle").executeAndReturn(Response::getStatusCode)).isEqualTo(302);
    }

    @Test
    void aProductThatHangsIsAReadTimeoutBeforeAndInTheBody() {
        assertThatThrownBy(() -> request("hang").setSoTimeout(200).execute())
                .isInstanceOf(ResponseReadTimeoutException.class);
        assertThatThrownBy(() -> request("hang-in-body").setSoTimeout(200).execute())
                .isInstanceOf(ResponseReadTimeoutException.class);
    }

    @Test
    void aProductThatIsDownIsATransportFailure() {
        jira.stop(0);

        assertThatThrownBy(() -> request("rest").execute()).isInstanceOf(ResponseTransportException.class);
    }

    @Test
    void aConnectionThatIsNotMadeInTimeIsAConnectTimeout() throws Exception {
        List<Socket> waiting = new ArrayList<>();
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            for (int i = 0; i < 4; i++) {
                Socket socket = new Socket();
                waiting.add(socket);
                try {
                    socket.connect(full.getLocalSocketAddress(), 200);
                } catch (IOException backlogIsFull) {
                    break;
                }
            }
            link = linkTo("http://127.0.0.1:" + full.getLocalPort() + "/jira");

            assertThatThrownBy(() -> request("rest").setConnectionTimeout(300).execute())
                    .isInstanceOf(ResponseConnectTimeoutException.class);
        } finally {
            for (Socket socket : waiting) {
                socket.close();
            }
        }
    }

    @Test
    void confluenceIsLinkedToJiraAndNothingElse() {
        HostApplicationLinks links = linksTo(jiraUrl);

        assertThat(links.getPrimaryApplicationLink(JiraApplicationType.class).getName())
                .isEqualTo("Jira");
        assertThat(links.getPrimaryApplicationLink(ConfluenceApplicationType.class))
                .isNull();
        assertThat(links.getApplicationLinks(JiraApplicationType.class)).hasSize(1);
        assertThat(links.getApplicationLink(link.getId()).getRpcUrl()).hasToString(jiraUrl);
    }

    private ApplicationLinkRequest request(String url) throws CredentialsRequiredException {
        return link.createAuthenticatedRequestFactory().createRequest(MethodType.GET, url);
    }

    private ApplicationLinkRequest post(String url, String body) throws CredentialsRequiredException {
        return link.createAuthenticatedRequestFactory()
                .createRequest(MethodType.POST, url)
                .setRequestBody(body, "application/json");
    }

    private ApplicationLink linkTo(String url) {
        return linksTo(url).getPrimaryApplicationLink(JiraApplicationType.class);
    }

    private HostApplicationLinks linksTo(String url) {
        return HostApplicationLinks.create(
                "confluence", URI.create("http://confluence.test/confluence"), URI.create(url), tokens, () -> viewer);
    }

    private void answerAsJira(HttpExchange exchange) throws IOException {
        String user = tokens.verify(exchange.getRequestHeaders().getFirst(LinkTokens.HEADER))
                .orElse("nobody");
        String path = exchange.getRequestURI().getPath().substring("/jira/".length());
        callers.add(user + " " + path);
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        switch (path) {
            case "moved" -> redirect(exchange, 301, jiraUrl + "/rest/api/2/myself");
            case "circle" -> redirect(exchange, 302, jiraUrl + "/circle");
            case "login" ->
                redirect(
                        exchange,
                        302,
                        "http://localhost:" + elsewhere.getAddress().getPort() + "/login");
            case "hang" -> hang();
            case "hang-in-body" -> {
                exchange.sendResponseHeaders(200, 100);
                exchange.getResponseBody().write('x');
                exchange.getResponseBody().flush();
                hang();
            }
            case "echo" ->
                answer(
                        exchange,
                        200,
                        exchange.getRequestMethod() + " "
                                + exchange.getRequestHeaders().getFirst("Content-Type") + " "
                                + exchange.getRequestHeaders().getFirst("X-One") + " " + body);
            case "rest/api/2/myself" -> answer(exchange, 200, "you are " + user);
            default -> answer(exchange, Integer.parseInt(path.substring("status/".length())), path.replace('/', ' '));
        }
    }

    private void hang() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static HttpServer server(com.sun.net.httpserver.HttpHandler handler) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        server.createContext("/", handler);
        server.setExecutor(Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work);
            thread.setDaemon(true);
            return thread;
        }));
        server.start();
        return server;
    }

    private static void redirect(HttpExchange exchange, int status, String location) throws IOException {
        exchange.getResponseHeaders().set("Location", location);
        answer(exchange, status, "");
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
