package io.throughline.host.services;

import com.atlassian.sal.api.auth.LoginUriProvider;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The product's login page, with where to go afterwards in {@code os_destination}. */
final class HostLoginUriProvider implements LoginUriProvider {
    private final String loginPage;

    /** @param loginPage absolute URL */
    HostLoginUriProvider(String loginPage) {
        this.loginPage = loginPage;
    }

    @Override
    public URI getLoginUri(URI returnUri) {
        return URI.create(
                loginPage + "?os_destination=" + URLEncoder.encode(returnUri.toString(), StandardCharsets.UTF_8));
    }
}
