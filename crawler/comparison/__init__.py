"""What two aligned segments say differently: numbers, dates, hours, names, offices, negations, opposites."""
