package io.throughline.host.planted;

/** The plugin everybody writes first: a bean, a servlet, a REST resource. */
public final class HelloPlugin {

    public static final String KEY = "com.example.hello";

    private HelloPlugin() {}

    public static PlantedPlugin plugin() {
        return PlantedPlugin.named(KEY)
                .imports(
                        "jakarta.servlet",
                        "jakarta.servlet.http",
                        "jakarta.ws.rs",
                        "jakarta.ws.rs.core",
                        "jakarta.inject",
                        "jakarta.annotation",
                        "com.atlassian.sal.api.user",
                        "com.fasterxml.jackson.annotation")
                .source(KEY + ".Greeting", GREETING)
                .source(KEY + ".HelloServlet", SERVLET)
                .source(KEY + ".rest.HelloResource", RESOURCE)
                .index("component", KEY + ".Greeting")
                .index("imports", "com.atlassian.sal.api.user.UserManager#salUserManager")
                .modules("<servlet key=\"hello-servlet\" class=\"com.example.hello.HelloServlet\">"
                        + "<url-pattern>/hello/*</url-pattern></servlet>")
                .modules("<rest-migration key=\"hello-migration\"><rest-v2/></rest-migration>")
                .modules("<rest key=\"hello-rest\" path=\"/hello\" version=\"1.0\">"
                        + "<package>com.example.hello.rest</package></rest>");
    }

    private static final String GREETING = """
            @jakarta.inject.Named
            public class Greeting {
                private final com.atlassian.sal.api.user.UserManager users;
                private boolean ready;
                @jakarta.inject.Inject
                public Greeting(com.atlassian.sal.api.user.UserManager users) { this.users = users; }
                @jakarta.annotation.PostConstruct
                public void init() { ready = true; }
                public String text() { return "Hello, " + users.getRemoteUser().getUsername() + (ready ? "!" : "?"); }
            }
            """;

    private static final String SERVLET = """
            import jakarta.servlet.http.*;
            public class HelloServlet extends HttpServlet {
                private final Greeting greeting;
                @jakarta.inject.Inject
                public HelloServlet(Greeting greeting) { this.greeting = greeting; }
                @Override protected void doGet(HttpServletRequest request, HttpServletResponse response) throws java.io.IOException {
                    response.setContentType("text/html;charset=UTF-8");
                    response.getWriter().write("<html><head><title>Hi &amp; bye</title><meta name=\\"decorator\\" content=\\"atl.general\\"/></head>"
                        + "<body class=\\"hello\\"><p>" + greeting.text() + " at " + request.getPathInfo() + " of "
                        + request.getServletPath() + "</p></body></html>");
                }
            }
            """;

    private static final String RESOURCE = """
            import jakarta.ws.rs.*;
            import jakarta.ws.rs.core.*;
            @Path("greeting")
            @Produces(MediaType.APPLICATION_JSON)
            public class HelloResource {
                private final com.example.hello.Greeting greeting;
                @Context private UriInfo uri;
                @jakarta.inject.Inject
                public HelloResource(com.example.hello.Greeting greeting) { this.greeting = greeting; }
                @GET public Body get() { return new Body(greeting.text() + " from " + uri.getPath()); }
                @POST @Consumes(MediaType.APPLICATION_JSON) public Body post(Body body) { return body; }
                @POST @Path("text") @Consumes(MediaType.TEXT_PLAIN) public Body text(String body) { return new Body(body); }
                public static class Body {
                    public String text;
                    public Body() {}
                    public Body(String text) { this.text = text; }
                }
            }
            """;
}
