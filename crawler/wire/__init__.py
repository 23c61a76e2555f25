"""What goes over the wire: one attempt, its body under bounds, its failures by name, addresses that are refused."""
