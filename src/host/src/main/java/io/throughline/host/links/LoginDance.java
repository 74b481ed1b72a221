package io.throughline.host.links;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;

/**
 * Where {@code CredentialsRequiredException.getAuthorisationURI()} leads. On the platform the user allows there what the link may do;
 * on this host every user has, so all that can be missing is a login, which whoever mounts this demands. Then it goes back.
 */
public final class LoginDance extends HttpServlet {
    private static final long serialVersionUID = 1L;

    /** Below the context path; the address the platform uses. */
    public static final String PATH = "/plugins/servlet/applinks/oauth/login-dance/authorize";

    private final transient LinkTarget ownProduct;

    /** @param baseUrl of the product this is mounted in */
    public LoginDance(URI baseUrl) {
        this.ownProduct = new LinkTarget(baseUrl);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.sendRedirect(back(request).orElse(ownProduct.rpcUrl() + "/"));
    }

    /** Only to a page of this product: the address comes with the request, and so from anybody. */
    private Optional<String> back(HttpServletRequest request) {
        try {
            return Optional.ofNullable(request.getParameter("redirectUrl"))
                    .filter(url -> URI.create(url).isAbsolute() && ownProduct.contains(URI.create(url)));
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }
}
