package io.throughline.host.jira;

import io.throughline.host.jira.model.Constant;
import io.throughline.host.jira.service.JiraServices;
import java.util.List;

/** The project that always exists: SECRET, empty, which only admin and pmo may browse. */
final class FirstProjects {
    private FirstProjects() {}

    static void create(JiraServices services) {
        if (services.data().projects().findByKey("SECRET").isPresent()) {
            return;
        }
        List<Long> types = services.data().constants().types().all().stream()
                .map(Constant::id)
                .toList();
        long id = services.data()
                .projects()
                .insert("SECRET", "Secret project", "Only admin and pmo may browse this project.", "admin", types);
        services.data().grants().closeTo(id, List.of("admin", "pmo"));
    }
}
