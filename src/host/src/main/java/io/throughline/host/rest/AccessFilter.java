package io.throughline.host.rest;

import io.throughline.host.launch.Users;
import io.throughline.host.web.Access;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** Lets a caller in by the annotation of the method or its class; 401 without a user, 403 without the right. */
@Priority(Priorities.AUTHORIZATION)
final class AccessFilter implements ContainerRequestFilter {

    private final Users users;

    @Context
    private ResourceInfo called;

    AccessFilter(Users users) {
        this.users = users;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        Access access = Access.of(List.of(called.getResourceMethod(), called.getResourceClass()));
        switch (access.judge(users)) {
            case LOGIN_FIRST ->
                request.abortWith(
                        refusal(Response.Status.UNAUTHORIZED, "Client must be authenticated to access this resource."));
            case FORBIDDEN ->
                request.abortWith(
                        refusal(Response.Status.FORBIDDEN, "Client must be authorised to access this resource."));
            case ALLOWED -> {}
        }
    }

    static Response refusal(Response.Status status, String message) {
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity("{\"message\":\"" + message + "\",\"status-code\":" + status.getStatusCode() + "}")
                .build();
    }
}
