package io.throughline.host.jira.service;

import org.junit.jupiter.api.Tag;

@Tag("slow")
class DeskRulesOnPostgresTest extends DeskRules {
    @Override
    protected boolean isOnPostgres() {
        return true;
    }
}
