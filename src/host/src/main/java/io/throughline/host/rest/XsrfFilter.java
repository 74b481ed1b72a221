package io.throughline.host.rest;

import com.atlassian.annotations.security.XsrfProtectionExcluded;
import io.throughline.host.web.SameOrigin;
import jakarta.annotation.Priority;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;

/**
 * Refuses what another site's page could make a browser send: a state change from a foreign origin, and one whose content type a
 * plain HTML form can produce, unless it carries {@code X-Atlassian-Token: no-check}.
 */
@Priority(Priorities.AUTHENTICATION - 1)
final class XsrfFilter implements ContainerRequestFilter {

    private static final Set<String> CHANGING = Set.of("POST", "PUT", "DELETE", "PATCH");
    private static final List<MediaType> OF_FORMS = List.of(
            MediaType.APPLICATION_FORM_URLENCODED_TYPE, MediaType.MULTIPART_FORM_DATA_TYPE, MediaType.TEXT_PLAIN_TYPE);

    @Context
    private HttpServletRequest servletRequest;

    @Context
    private ResourceInfo called;

    @Override
    public void filter(ContainerRequestContext request) {
        if (!CHANGING.contains(request.getMethod())
                || called.getResourceMethod().isAnnotationPresent(XsrfProtectionExcluded.class)) {
            return;
        }
        boolean hasToken = "no-check".equalsIgnoreCase(request.getHeaderString("X-Atlassian-Token"));
        MediaType type = request.getMediaType();
        boolean isFormLike =
                type == null ? request.hasEntity() : OF_FORMS.stream().anyMatch(form -> isSame(form, type));
        if (SameOrigin.isForeign(servletRequest) || isFormLike && !hasToken) {
            request.abortWith(AccessFilter.refusal(Response.Status.FORBIDDEN, "XSRF check failed"));
        }
    }

    private static boolean isSame(MediaType form, MediaType type) {
        return form.getType().equalsIgnoreCase(type.getType())
                && form.getSubtype().equalsIgnoreCase(type.getSubtype());
    }
}
