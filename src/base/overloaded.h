// A function for each alternative of a std::variant, so that a missing one does not compile:
// `std::visit(Overloaded{[](const A&) {…}, [](const B&) {…}}, value)`.
#pragma once

namespace depeche {

template <typename... Cases>
struct Overloaded : Cases... {
  using Cases::operator()...;
};
template <typename... Cases>
Overloaded(Cases...) -> Overloaded<Cases...>;

}  // namespace depeche
