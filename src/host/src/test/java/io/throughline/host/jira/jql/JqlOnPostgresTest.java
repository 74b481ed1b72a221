package io.throughline.host.jira.jql;

import org.junit.jupiter.api.Tag;

@Tag("slow")
class JqlOnPostgresTest extends JqlAgreement {
    @Override
    protected boolean isOnPostgres() {
        return true;
    }
}
