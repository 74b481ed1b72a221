package io.throughline.host.confluence.rest;

import com.atlassian.confluence.api.service.accessmode.AccessModeService;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import java.lang.reflect.AnnotatedElement;
import java.util.Arrays;
import java.util.Set;

/**
 * Refuses calls that can change something while the site is read-only, Confluence's own and plugins', unless method or class carries an
 * annotation with the simple name {@code ReadOnlyAccessAllowed} (dossier 1.2). That the status is 405 is not published: dossier 8.
 */
@Priority(Priorities.AUTHORIZATION + 1)
public final class ReadOnlyFilter implements ContainerRequestFilter {

    private static final Set<String> CHANGING = Set.of("POST", "PUT", "DELETE", "PATCH");
    private static final String ALLOWED = "ReadOnlyAccessAllowed";
    private static final int STATUS = 405;

    private final AccessModeService mode;

    @Context
    private ResourceInfo called;

    public ReadOnlyFilter(AccessModeService mode) {
        this.mode = mode;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (mode.shouldEnforceReadOnlyAccess()
                && CHANGING.contains(request.getMethod())
                && !isAllowed(called.getResourceMethod())
                && !isAllowed(called.getResourceClass())) {
            request.abortWith(Errors.readOnly(STATUS, "This site is read-only"));
        }
    }

    private static boolean isAllowed(AnnotatedElement element) {
        return Arrays.stream(element.getAnnotations())
                .anyMatch(each -> each.annotationType().getSimpleName().equals(ALLOWED));
    }
}
