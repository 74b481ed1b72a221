package io.throughline.host.jira;

import io.throughline.host.jira.model.Constant;
import io.throughline.host.jira.service.JiraServices;
import java.util.List;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** The project that always exists: SECRET, empty, which only admin and pmo may browse. */
final class FirstProjects {
    private FirstProjects() {}

    static void create(JiraServices services) {
        if (isThere(services)) {
            return;
        }
        try {
            createSecret(services);
        } catch (UnableToExecuteStatementException refused) {
            if (!isThere(services)) { // else another node that starts with this one was faster
                throw refused;
            }
        }
    }

    private static boolean isThere(JiraServices services) {
        return services.data().projects().findByKey("SECRET").isPresent();
    }

    private static void createSecret(JiraServices services) {
        List<Long> types = services.data().constants().types().all().stream()
                .map(Constant::id)
                .toList();
        long id = services.data()
                .projects()
                .insert("SECRET", "Secret project", "Only admin and pmo may browse this project.", "admin", types);
        services.data().grants().closeTo(id, List.of("admin", "pmo"));
    }
}
